# ruleid: aws-kms-no-rotation
resource "aws_kms_key" "reports" {
  description = "reports"
}

resource "aws_kms_key" "off" {
  description         = "orders"
  # ruleid: aws-kms-no-rotation
  enable_key_rotation = false
}

# ok: aws-kms-no-rotation
resource "aws_kms_key" "safe" {
  description         = "orders"
  enable_key_rotation = true
}

# ok: aws-kms-no-rotation
resource "aws_kms_key" "signing" {
  description              = "signs releases"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "ECC_NIST_P256"
}
