resource "aws_db_instance" "shop" {
  engine   = "postgres"
  username = "shop"
  # ruleid: aws-hard-coded-password
  password = "correct-horse-1"
}

resource "aws_rds_cluster" "orders" {
  engine          = "aurora-postgresql"
  master_username = "orders"
  # ruleid: aws-hard-coded-password
  master_password = "battery-staple-2"
}

resource "aws_db_instance" "asked" {
  engine   = "postgres"
  username = "shop"
  # ok: aws-hard-coded-password
  password = var.database_password
}

resource "aws_rds_cluster" "made" {
  engine          = "aurora-postgresql"
  master_username = "orders"
  # ok: aws-hard-coded-password
  master_password = random_password.orders.result
}

resource "aws_rds_cluster" "joined" {
  engine          = "aurora-postgresql"
  # ok: aws-hard-coded-password
  master_password = "${var.prefix}${random_password.orders.result}"
}
