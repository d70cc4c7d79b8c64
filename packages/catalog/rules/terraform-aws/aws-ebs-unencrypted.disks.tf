# ruleid: aws-ebs-unencrypted
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-central-1a"
  size              = 40
}

resource "aws_instance" "web" {
  ami = data.aws_ami.linux.id
  root_block_device {
    # ruleid: aws-ebs-unencrypted
    encrypted = false
  }
}

# ok: aws-ebs-unencrypted
resource "aws_ebs_volume" "safe" {
  availability_zone = "eu-central-1a"
  size              = 40
  encrypted         = true
}

resource "aws_launch_template" "workers" {
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 20
      # ok: aws-ebs-unencrypted
      encrypted   = true
    }
  }
}
