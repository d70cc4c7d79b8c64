resource "aws_ecr_repository" "shop" {
  name                 = "shop"
  # ruleid: aws-ecr-mutable-tags
  image_tag_mutability = "MUTABLE"
}

# ruleid: aws-ecr-mutable-tags
resource "aws_ecr_repository" "forgotten" {
  name = "forgotten"
}

# ok: aws-ecr-mutable-tags
resource "aws_ecr_repository" "good" {
  name                 = "good"
  image_tag_mutability = "IMMUTABLE"
}

# ok: aws-ecr-mutable-tags
resource "aws_ecr_repository" "chosen" {
  name                 = "chosen"
  image_tag_mutability = var.mutability
}
