# ruleid: aws-imds-not-set
resource "aws_instance" "web" {
  ami           = data.aws_ami.linux.id
  instance_type = "t4g.small"
}

# ruleid: aws-imds-not-set
resource "aws_launch_template" "workers" {
  image_id      = data.aws_ami.linux.id
  instance_type = "t4g.small"
}

# ok: aws-imds-not-set
resource "aws_instance" "safe" {
  ami = data.aws_ami.linux.id
  metadata_options {
    http_tokens = "required"
  }
}

# ok: aws-imds-not-set
resource "aws_instance" "shared" {
  launch_template {
    id = aws_launch_template.safe.id
  }
}
