resource "aws_security_group" "bastion" {
  name = "bastion"
  ingress {
    # ruleid: aws-ingress-admin-port-open
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    # ok: aws-ingress-admin-port-open
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    # ok: aws-ingress-admin-port-open
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.20.0.0/16"]
  }
  egress {
    # ok: aws-ingress-admin-port-open
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group_rule" "desktop" {
  type              = "ingress"
  # ruleid: aws-ingress-admin-port-open
  from_port         = 3000
  to_port           = 4000
  protocol          = "tcp"
  ipv6_cidr_blocks  = ["::/0"]
  security_group_id = aws_security_group.bastion.id
}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  security_group_id = aws_security_group.bastion.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  # ruleid: aws-ingress-admin-port-open
  from_port         = 22
  to_port           = 22
}

resource "aws_vpc_security_group_ingress_rule" "office" {
  security_group_id = aws_security_group.bastion.id
  cidr_ipv4         = var.office_network
  ip_protocol       = "tcp"
  # ok: aws-ingress-admin-port-open
  from_port         = 22
  to_port           = 22
}
