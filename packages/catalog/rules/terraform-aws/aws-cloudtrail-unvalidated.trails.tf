# ruleid: aws-cloudtrail-unvalidated
resource "aws_cloudtrail" "account" {
  name                  = "account"
  s3_bucket_name        = aws_s3_bucket.trail.id
  is_multi_region_trail = true
}

resource "aws_cloudtrail" "off" {
  name                       = "account"
  # ruleid: aws-cloudtrail-unvalidated
  enable_log_file_validation = false
}

# ok: aws-cloudtrail-unvalidated
resource "aws_cloudtrail" "safe" {
  name                       = "account"
  enable_log_file_validation = true
}

# ok: aws-cloudtrail-unvalidated
resource "aws_cloudtrail" "chosen" {
  name                       = "account"
  enable_log_file_validation = var.validate
}
