resource "aws_ami_launch_permission" "everybody" {
  image_id = aws_ami.base.id
  # ruleid: aws-image-or-snapshot-public
  group    = "all"
}

resource "aws_db_snapshot" "shared" {
  db_instance_identifier = aws_db_instance.shop.identifier
  # ruleid: aws-image-or-snapshot-public
  shared_accounts        = ["all"]
}

resource "aws_ami_launch_permission" "partner" {
  image_id   = aws_ami.base.id
  # ok: aws-image-or-snapshot-public
  account_id = "111122223333"
}

resource "aws_db_snapshot" "partner" {
  # ok: aws-image-or-snapshot-public
  shared_accounts = ["111122223333"]
}
