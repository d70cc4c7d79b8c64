resource "aws_iam_role" "open" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      # ruleid: aws-role-assumed-by-anyone
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { AWS = "*" }
      },
    ]
  })
}

data "aws_iam_policy_document" "trust" {
  # ruleid: aws-role-assumed-by-anyone
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
  # ok: aws-role-assumed-by-anyone
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "worker" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      # ok: aws-role-assumed-by-anyone
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "ec2.amazonaws.com" }
      },
    ]
  })
}
