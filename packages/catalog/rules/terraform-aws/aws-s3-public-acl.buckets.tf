resource "aws_s3_bucket" "site" {
  bucket = "example-site"
  # ruleid: aws-s3-public-acl
  acl    = "public-read"
}

resource "aws_s3_bucket_acl" "uploads" {
  bucket = aws_s3_bucket.uploads.id
  # ruleid: aws-s3-public-acl
  acl    = "public-read-write"
}

resource "aws_s3_bucket_acl" "reports" {
  bucket = aws_s3_bucket.reports.id
  # ok: aws-s3-public-acl
  acl    = "private"
}

resource "aws_s3_bucket_acl" "logs" {
  bucket = aws_s3_bucket.logs.id
  # ok: aws-s3-public-acl
  acl    = "log-delivery-write"
}

resource "local_file" "note" {
  filename = "note.txt"
  # ok: aws-s3-public-acl
  acl      = "public-read"
}
