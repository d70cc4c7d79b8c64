resource "aws_cloudfront_distribution" "site" {
  enabled = true
  default_cache_behavior {
    target_origin_id       = "site"
    # ruleid: aws-cloudfront-http
    viewer_protocol_policy = "allow-all"
  }
  ordered_cache_behavior {
    path_pattern           = "/images/*"
    # ruleid: aws-cloudfront-http
    viewer_protocol_policy = "allow-all"
  }
}

resource "aws_cloudfront_distribution" "good" {
  enabled = true
  default_cache_behavior {
    # ok: aws-cloudfront-http
    viewer_protocol_policy = "redirect-to-https"
  }
  ordered_cache_behavior {
    path_pattern           = "/api/*"
    # ok: aws-cloudfront-http
    viewer_protocol_policy = "https-only"
  }
}
