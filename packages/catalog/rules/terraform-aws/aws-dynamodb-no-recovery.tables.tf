# ruleid: aws-dynamodb-no-recovery
resource "aws_dynamodb_table" "carts" {
  name     = "carts"
  hash_key = "id"
}

resource "aws_dynamodb_table" "off" {
  name     = "off"
  hash_key = "id"
  point_in_time_recovery {
    # ruleid: aws-dynamodb-no-recovery
    enabled = false
  }
}

# ok: aws-dynamodb-no-recovery
resource "aws_dynamodb_table" "good" {
  name     = "good"
  hash_key = "id"
  point_in_time_recovery {
    enabled = true
  }
}

# ok: aws-dynamodb-no-recovery
resource "aws_dynamodb_table" "locks" {
  name     = "terraform-locks"
  hash_key = "LockID"
}
