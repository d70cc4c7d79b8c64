# ruleid: aws-efs-unencrypted
resource "aws_efs_file_system" "files" {
  creation_token = "files"
}

resource "aws_efs_file_system" "off" {
  # ruleid: aws-efs-unencrypted
  encrypted = false
}

# ok: aws-efs-unencrypted
resource "aws_efs_file_system" "safe" {
  encrypted = true
}

# ok: aws-efs-unencrypted
resource "aws_efs_mount_target" "a" {
  file_system_id = aws_efs_file_system.safe.id
  subnet_id      = aws_subnet.a.id
}
