resource "aws_security_group" "database" {
  name = "database"
  ingress {
    description = "MySQL"
    # ruleid: aws-ingress-database-port-open
    from_port   = 3306
    to_port     = 3306
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    description     = "MySQL of the shop"
    # ok: aws-ingress-database-port-open
    from_port       = 3306
    to_port         = 3306
    protocol        = "tcp"
    security_groups = [aws_security_group.shop.id]
  }
}

resource "aws_vpc_security_group_ingress_rule" "postgres" {
  security_group_id = aws_security_group.database.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  # ruleid: aws-ingress-database-port-open
  from_port         = 5432
  to_port           = 5432
}

resource "aws_security_group_rule" "web" {
  type              = "ingress"
  # ok: aws-ingress-database-port-open
  from_port         = 8080
  to_port           = 8080
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
  security_group_id = aws_security_group.web.id
}

resource "aws_security_group_rule" "out" {
  type              = "egress"
  # ok: aws-ingress-database-port-open
  from_port         = 5432
  to_port           = 5432
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
  security_group_id = aws_security_group.web.id
}
