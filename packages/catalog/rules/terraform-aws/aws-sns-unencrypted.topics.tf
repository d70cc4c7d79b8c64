# ruleid: aws-sns-unencrypted
resource "aws_sns_topic" "orders" {
  name = "orders"
}

# ruleid: aws-sns-unencrypted
resource "aws_sns_topic" "fifo" {
  name       = "orders.fifo"
  fifo_topic = true
}

# ok: aws-sns-unencrypted
resource "aws_sns_topic" "good" {
  name              = "orders"
  kms_master_key_id = "alias/aws/sns"
}

# ok: aws-sns-unencrypted
resource "aws_sns_topic_subscription" "mail" {
  topic_arn = aws_sns_topic.good.arn
  protocol  = "sqs"
}
