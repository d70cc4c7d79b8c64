resource "aws_sqs_queue" "orders" {
  name                    = "orders"
  # ruleid: aws-sqs-unencrypted
  sqs_managed_sse_enabled = false
}

resource "aws_sqs_queue" "dead" {
  name                    = "orders-dead"
  # ruleid: aws-sqs-unencrypted
  sqs_managed_sse_enabled = "false"
}

resource "aws_sqs_queue" "plain" {
  # ok: aws-sqs-unencrypted
  name = "plain"
}

resource "aws_sqs_queue" "key" {
  name                    = "key"
  # ok: aws-sqs-unencrypted
  sqs_managed_sse_enabled = false
  kms_master_key_id       = aws_kms_key.messages.id
}
