# ruleid: aws-opensearch-unencrypted
resource "aws_opensearch_domain" "search" {
  domain_name = "search"
}

resource "aws_elasticsearch_domain" "off" {
  domain_name = "off"
  encrypt_at_rest {
    # ruleid: aws-opensearch-unencrypted
    enabled = false
  }
  node_to_node_encryption {
    # ok: aws-opensearch-unencrypted
    enabled = true
  }
  domain_endpoint_options {
    # ruleid: aws-opensearch-unencrypted
    enforce_https = false
  }
}

# ok: aws-opensearch-unencrypted
resource "aws_opensearch_domain" "good" {
  domain_name = "good"
  encrypt_at_rest {
    enabled = true
  }
  node_to_node_encryption {
    enabled = true
  }
  cognito_options {
    # ok: aws-opensearch-unencrypted
    enabled = false
  }
}
