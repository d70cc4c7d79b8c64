resource "aws_db_instance" "shop" {
  engine                  = "postgres"
  storage_encrypted       = true
  # ruleid: aws-rds-no-backup
  backup_retention_period = 0
}

# ruleid: aws-rds-no-backup
resource "aws_db_instance" "forgotten" {
  engine            = "mysql"
  storage_encrypted = true
}

resource "aws_db_instance" "kept" {
  engine                  = "postgres"
  # ok: aws-rds-no-backup
  backup_retention_period = 10
}

# ok: aws-rds-no-backup
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.kept.identifier
  instance_class      = "db.t4g.medium"
}
