data "aws_iam_policy_document" "admin" {
  # ruleid: aws-iam-wildcard-policy
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "worker" {
  # ok: aws-iam-wildcard-policy
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
  # ok: aws-iam-wildcard-policy
  statement {
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "StringNotEquals"
      variable = "aws:RequestedRegion"
      values   = ["eu-central-1"]
    }
  }
}

resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      # ruleid: aws-iam-wildcard-policy
      {
        Effect   = "Allow"
        Action   = ["*"]
        Resource = "*"
      },
      # ok: aws-iam-wildcard-policy
      {
        Effect   = "Allow"
        Action   = "sqs:*"
        Resource = aws_sqs_queue.orders.arn
      },
    ]
  })
}

resource "aws_iam_role_policy" "worker" {
  role   = aws_iam_role.worker.id
  # ruleid: aws-iam-wildcard-policy
  policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "*", "Resource": "*" }
  ]
}
EOF
}
