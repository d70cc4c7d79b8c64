resource "aws_lb" "web" {
  load_balancer_type         = "application"
  # ruleid: aws-lb-keeps-invalid-headers
  drop_invalid_header_fields = false
}

resource "aws_alb" "old" {
  # ruleid: aws-lb-keeps-invalid-headers
  drop_invalid_header_fields = "false"
}

resource "aws_lb" "good" {
  # ok: aws-lb-keeps-invalid-headers
  drop_invalid_header_fields = true
}

resource "aws_lb" "chosen" {
  # ok: aws-lb-keeps-invalid-headers
  drop_invalid_header_fields = var.drop_invalid_header_fields
}
