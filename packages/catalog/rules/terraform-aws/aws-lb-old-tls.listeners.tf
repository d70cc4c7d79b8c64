resource "aws_lb_listener" "old" {
  protocol   = "HTTPS"
  # ruleid: aws-lb-old-tls
  ssl_policy = "ELBSecurityPolicy-2016-08"
}

resource "aws_alb_listener" "older" {
  protocol   = "TLS"
  # ruleid: aws-lb-old-tls
  ssl_policy = "ELBSecurityPolicy-TLS-1-0-2015-04"
}

resource "aws_lb_listener" "good" {
  protocol   = "HTTPS"
  # ok: aws-lb-old-tls
  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
}

resource "aws_lb_listener" "strict" {
  protocol   = "HTTPS"
  # ok: aws-lb-old-tls
  ssl_policy = "ELBSecurityPolicy-FS-1-2-Res-2020-10"
}
