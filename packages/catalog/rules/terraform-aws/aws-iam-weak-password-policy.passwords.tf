resource "aws_iam_account_password_policy" "short" {
  # ruleid: aws-iam-weak-password-policy
  minimum_password_length = 8
}

resource "aws_iam_account_password_policy" "shorter" {
  # ruleid: aws-iam-weak-password-policy
  minimum_password_length = 6
  require_symbols         = true
}

resource "aws_iam_account_password_policy" "good" {
  # ok: aws-iam-weak-password-policy
  minimum_password_length = 14
}

resource "aws_iam_account_password_policy" "chosen" {
  # ok: aws-iam-weak-password-policy
  minimum_password_length = var.length
}
