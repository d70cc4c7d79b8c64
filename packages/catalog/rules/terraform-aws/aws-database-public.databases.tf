resource "aws_db_instance" "shop" {
  engine              = "postgres"
  # ruleid: aws-database-public
  publicly_accessible = true
}

resource "aws_redshift_cluster" "numbers" {
  cluster_identifier  = "numbers"
  # ruleid: aws-database-public
  publicly_accessible = "true"
}

resource "aws_db_instance" "inside" {
  engine              = "postgres"
  # ok: aws-database-public
  publicly_accessible = false
}

resource "aws_rds_cluster_instance" "chosen" {
  cluster_identifier  = aws_rds_cluster.shop.id
  # ok: aws-database-public
  publicly_accessible = var.is_public
}
