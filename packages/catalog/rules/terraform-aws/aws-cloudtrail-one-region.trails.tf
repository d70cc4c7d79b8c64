# ruleid: aws-cloudtrail-one-region
resource "aws_cloudtrail" "one" {
  name                       = "one"
  s3_bucket_name             = aws_s3_bucket.trail.id
  enable_log_file_validation = true
}

resource "aws_cloudtrail" "off" {
  name                  = "off"
  # ruleid: aws-cloudtrail-one-region
  is_multi_region_trail = false
}

# ok: aws-cloudtrail-one-region
resource "aws_cloudtrail" "safe" {
  name                  = "account"
  is_multi_region_trail = true
}

# ok: aws-cloudtrail-one-region
resource "aws_cloudtrail" "chosen" {
  name                  = "account"
  is_multi_region_trail = var.everywhere
}
