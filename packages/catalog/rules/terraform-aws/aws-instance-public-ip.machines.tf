resource "aws_instance" "worker" {
  ami                         = data.aws_ami.linux.id
  # ruleid: aws-instance-public-ip
  associate_public_ip_address = true
}

resource "aws_launch_template" "workers" {
  network_interfaces {
    # ruleid: aws-instance-public-ip
    associate_public_ip_address = true
  }
}

resource "aws_instance" "inside" {
  ami                         = data.aws_ami.linux.id
  # ok: aws-instance-public-ip
  associate_public_ip_address = false
}

resource "aws_instance" "chosen" {
  ami                         = data.aws_ami.linux.id
  # ok: aws-instance-public-ip
  associate_public_ip_address = var.is_bastion
}
