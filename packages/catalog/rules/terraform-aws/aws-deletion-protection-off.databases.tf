resource "aws_db_instance" "shop" {
  engine              = "postgres"
  # ruleid: aws-deletion-protection-off
  deletion_protection = false
}

resource "aws_dynamodb_table" "carts" {
  name                        = "carts"
  hash_key                    = "id"
  # ruleid: aws-deletion-protection-off
  deletion_protection_enabled = false
}

resource "aws_rds_cluster" "orders" {
  engine              = "aurora-postgresql"
  # ok: aws-deletion-protection-off
  deletion_protection = true
}

resource "aws_lb" "web" {
  name                = "web"
  # ok: aws-deletion-protection-off
  deletion_protection = false
}
