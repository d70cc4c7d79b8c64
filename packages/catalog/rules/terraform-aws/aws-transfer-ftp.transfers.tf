resource "aws_transfer_server" "old" {
  # ruleid: aws-transfer-ftp
  protocols = ["FTP"]
}

resource "aws_transfer_server" "both" {
  # ruleid: aws-transfer-ftp
  protocols = ["FTP", "FTPS"]
}

resource "aws_transfer_server" "good" {
  # ok: aws-transfer-ftp
  protocols = ["SFTP"]
}

resource "aws_transfer_server" "tls" {
  # ok: aws-transfer-ftp
  protocols = ["FTPS"]
}
