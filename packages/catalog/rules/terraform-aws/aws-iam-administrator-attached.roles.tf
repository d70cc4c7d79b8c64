resource "aws_iam_role_policy_attachment" "ci" {
  role       = aws_iam_role.ci.name
  # ruleid: aws-iam-administrator-attached
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_user_policy_attachment" "deploy" {
  user       = aws_iam_user.deploy.name
  # ruleid: aws-iam-administrator-attached
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"
}

resource "aws_iam_role_policy_attachment" "reader" {
  role       = aws_iam_role.reader.name
  # ok: aws-iam-administrator-attached
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}

resource "aws_iam_role_policy_attachment" "worker" {
  role       = aws_iam_role.worker.name
  # ok: aws-iam-administrator-attached
  policy_arn = aws_iam_policy.worker.arn
}
