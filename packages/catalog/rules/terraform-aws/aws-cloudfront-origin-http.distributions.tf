resource "aws_cloudfront_distribution" "old" {
  origin {
    domain_name = "shop.example.com"
    custom_origin_config {
      # ruleid: aws-cloudfront-origin-http
      origin_protocol_policy = "match-viewer"
      # ruleid: aws-cloudfront-origin-http
      origin_ssl_protocols   = ["TLSv1", "TLSv1.2"]
    }
  }
}

resource "aws_cloudfront_distribution" "good" {
  origin {
    domain_name = "shop.example.com"
    custom_origin_config {
      # ok: aws-cloudfront-origin-http
      origin_protocol_policy = "https-only"
      # ok: aws-cloudfront-origin-http
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
}
