resource "aws_security_group" "everything" {
  ingress {
    from_port   = 0
    to_port     = 0
    # ruleid: aws-ingress-all-ports-open
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = 0
    to_port     = 65535
    # ruleid: aws-ingress-all-ports-open
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    from_port   = 0
    to_port     = 0
    # ok: aws-ingress-all-ports-open
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "inside" {
  ingress {
    from_port = 0
    to_port   = 0
    # ok: aws-ingress-all-ports-open
    protocol  = "-1"
    self      = true
  }
  ingress {
    from_port   = 443
    to_port     = 443
    # ok: aws-ingress-all-ports-open
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "all" {
  security_group_id = aws_security_group.web.id
  cidr_ipv4         = "0.0.0.0/0"
  # ruleid: aws-ingress-all-ports-open
  ip_protocol       = "-1"
}

resource "aws_vpc_security_group_egress_rule" "all" {
  security_group_id = aws_security_group.web.id
  cidr_ipv4         = "0.0.0.0/0"
  # ok: aws-ingress-all-ports-open
  ip_protocol       = "-1"
}
