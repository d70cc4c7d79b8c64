resource "aws_msk_cluster" "events" {
  encryption_info {
    encryption_in_transit {
      # ruleid: aws-msk-plaintext
      client_broker = "TLS_PLAINTEXT"
      # ruleid: aws-msk-plaintext
      in_cluster    = false
    }
  }
}

resource "aws_msk_cluster" "good" {
  encryption_info {
    encryption_in_transit {
      # ok: aws-msk-plaintext
      client_broker = "TLS"
      # ok: aws-msk-plaintext
      in_cluster    = true
    }
  }
}
