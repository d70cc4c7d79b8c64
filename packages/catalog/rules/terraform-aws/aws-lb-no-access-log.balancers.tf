# ruleid: aws-lb-no-access-log
resource "aws_lb" "web" {
  load_balancer_type = "application"
}

resource "aws_lb" "off" {
  access_logs {
    bucket  = aws_s3_bucket.logs.id
    # ruleid: aws-lb-no-access-log
    enabled = false
  }
}

# ok: aws-lb-no-access-log
resource "aws_lb" "good" {
  access_logs {
    bucket  = aws_s3_bucket.logs.id
    enabled = true
  }
}

# ok: aws-lb-no-access-log
resource "aws_lb" "chosen" {
  dynamic "access_logs" {
    for_each = var.logs
    content {
      bucket  = access_logs.value
      enabled = true
    }
  }
}
