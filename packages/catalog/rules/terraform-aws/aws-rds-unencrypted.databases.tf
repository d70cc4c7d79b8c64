# ruleid: aws-rds-unencrypted
resource "aws_db_instance" "shop" {
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}

resource "aws_rds_cluster" "orders" {
  engine            = "aurora-postgresql"
  # ruleid: aws-rds-unencrypted
  storage_encrypted = false
}

# ruleid: aws-rds-unencrypted
resource "aws_docdb_cluster" "catalogue" {
  cluster_identifier = "catalogue"
  engine             = "docdb"
}

# ok: aws-rds-unencrypted
resource "aws_db_instance" "encrypted" {
  engine            = "postgres"
  storage_encrypted = true
}

# ok: aws-rds-unencrypted
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.encrypted.identifier
  instance_class      = "db.t4g.medium"
}

# ok: aws-rds-unencrypted
resource "aws_rds_cluster" "chosen" {
  engine            = "aurora-mysql"
  storage_encrypted = var.storage_encrypted
}
