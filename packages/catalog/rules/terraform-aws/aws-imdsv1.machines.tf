resource "aws_instance" "web" {
  ami = data.aws_ami.linux.id
  metadata_options {
    http_endpoint = "enabled"
    # ruleid: aws-imdsv1
    http_tokens   = "optional"
  }
}

resource "aws_launch_template" "workers" {
  image_id = data.aws_ami.linux.id
  metadata_options {
    # ruleid: aws-imdsv1
    http_tokens = "optional"
  }
}

resource "aws_instance" "safe" {
  ami = data.aws_ami.linux.id
  metadata_options {
    # ok: aws-imdsv1
    http_tokens = "required"
  }
}

resource "aws_launch_template" "chosen" {
  image_id = data.aws_ami.linux.id
  metadata_options {
    # ok: aws-imdsv1
    http_tokens = var.http_tokens
  }
}
