# ruleid: aws-eks-no-audit-log
resource "aws_eks_cluster" "silent" {
  name = "silent"
}

resource "aws_eks_cluster" "partly" {
  name                      = "partly"
  # ruleid: aws-eks-no-audit-log
  enabled_cluster_log_types = ["api", "scheduler"]
}

resource "aws_eks_cluster" "good" {
  name                      = "good"
  # ok: aws-eks-no-audit-log
  enabled_cluster_log_types = ["api", "audit"]
}

resource "aws_eks_cluster" "chosen" {
  name                      = "chosen"
  # ok: aws-eks-no-audit-log
  enabled_cluster_log_types = var.log_types
}
