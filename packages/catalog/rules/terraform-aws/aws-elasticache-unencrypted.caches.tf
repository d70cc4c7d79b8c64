# ruleid: aws-elasticache-unencrypted
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "sessions"
}

resource "aws_elasticache_replication_group" "off" {
  replication_group_id       = "off"
  # ruleid: aws-elasticache-unencrypted
  at_rest_encryption_enabled = false
  # ruleid: aws-elasticache-unencrypted
  transit_encryption_enabled = false
}

# ok: aws-elasticache-unencrypted
resource "aws_elasticache_replication_group" "good" {
  replication_group_id       = "good"
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
}

# ok: aws-elasticache-unencrypted
resource "aws_elasticache_replication_group" "valkey" {
  replication_group_id = "valkey"
  engine               = "valkey"
}
