resource "aws_s3_bucket_versioning" "state" {
  bucket = aws_s3_bucket.state.id
  versioning_configuration {
    # ruleid: aws-s3-versioning-off
    status = "Suspended"
  }
}

resource "aws_s3_bucket" "old" {
  bucket = "example-old"
  versioning {
    # ruleid: aws-s3-versioning-off
    enabled = false
  }
}

resource "aws_s3_bucket_versioning" "reports" {
  bucket = aws_s3_bucket.reports.id
  versioning_configuration {
    # ok: aws-s3-versioning-off
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id
  rule {
    id     = "old-versions"
    # ok: aws-s3-versioning-off
    status = "Disabled"
  }
}
