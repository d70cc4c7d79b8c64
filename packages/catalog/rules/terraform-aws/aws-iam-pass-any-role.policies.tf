data "aws_iam_policy_document" "deploy" {
  # ruleid: aws-iam-pass-any-role
  statement {
    actions   = ["ecs:RegisterTaskDefinition", "iam:PassRole"]
    resources = ["*"]
  }
  # ok: aws-iam-pass-any-role
  statement {
    actions   = ["iam:PassRole"]
    resources = [aws_iam_role.task.arn]
  }
}

resource "aws_iam_policy" "deploy" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      # ruleid: aws-iam-pass-any-role
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = "*"
      },
      # ok: aws-iam-pass-any-role
      {
        Effect   = "Allow"
        Action   = ["iam:PassRole"]
        Resource = "*"
        Condition = {
          StringEquals = { "iam:PassedToService" = "lambda.amazonaws.com" }
        }
      },
    ]
  })
}
