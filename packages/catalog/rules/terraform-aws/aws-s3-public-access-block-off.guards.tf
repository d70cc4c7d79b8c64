resource "aws_s3_bucket_public_access_block" "assets" {
  bucket                  = aws_s3_bucket.assets.id
  # ruleid: aws-s3-public-access-block-off
  block_public_acls       = false
  # ruleid: aws-s3-public-access-block-off
  block_public_policy     = false
  # ok: aws-s3-public-access-block-off
  ignore_public_acls      = true
  # ruleid: aws-s3-public-access-block-off
  restrict_public_buckets = "false"
}

resource "aws_s3_account_public_access_block" "this" {
  # ok: aws-s3-public-access-block-off
  block_public_acls   = var.block_public_acls
  # ok: aws-s3-public-access-block-off
  block_public_policy = true
}
