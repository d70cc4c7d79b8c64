resource "aws_opensearch_domain" "old" {
  domain_endpoint_options {
    # ruleid: aws-opensearch-old-tls
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07"
  }
}

resource "aws_elasticsearch_domain" "older" {
  domain_endpoint_options {
    enforce_https       = true
    # ruleid: aws-opensearch-old-tls
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07"
  }
}

resource "aws_opensearch_domain" "good" {
  domain_endpoint_options {
    # ok: aws-opensearch-old-tls
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}

resource "aws_opensearch_domain" "newest" {
  domain_endpoint_options {
    # ok: aws-opensearch-old-tls
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }
}
