resource "aws_eks_cluster" "open" {
  name = "open"
  # ruleid: aws-eks-public-endpoint
  vpc_config {
    subnet_ids = var.private_subnets
  }
}

resource "aws_eks_cluster" "said" {
  name = "said"
  # ruleid: aws-eks-public-endpoint
  vpc_config {
    subnet_ids             = var.private_subnets
    endpoint_public_access = true
    public_access_cidrs    = ["0.0.0.0/0"]
  }
}

resource "aws_eks_cluster" "office" {
  name = "office"
  # ok: aws-eks-public-endpoint
  vpc_config {
    subnet_ids          = var.private_subnets
    public_access_cidrs = ["198.51.100.0/24"]
  }
}

resource "aws_eks_cluster" "private" {
  name = "private"
  # ok: aws-eks-public-endpoint
  vpc_config {
    subnet_ids              = var.private_subnets
    endpoint_private_access = true
    endpoint_public_access  = false
  }
}
