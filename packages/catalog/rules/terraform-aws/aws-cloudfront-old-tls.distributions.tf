resource "aws_cloudfront_distribution" "old" {
  viewer_certificate {
    acm_certificate_arn      = aws_acm_certificate.site.arn
    # ruleid: aws-cloudfront-old-tls
    minimum_protocol_version = "TLSv1"
  }
}

resource "aws_cloudfront_distribution" "older" {
  viewer_certificate {
    acm_certificate_arn      = aws_acm_certificate.site.arn
    # ruleid: aws-cloudfront-old-tls
    minimum_protocol_version = "TLSv1.1_2016"
  }
}

resource "aws_cloudfront_distribution" "good" {
  viewer_certificate {
    acm_certificate_arn      = aws_acm_certificate.site.arn
    # ok: aws-cloudfront-old-tls
    minimum_protocol_version = "TLSv1.2_2021"
  }
}

resource "aws_cloudfront_distribution" "chosen" {
  viewer_certificate {
    # ok: aws-cloudfront-old-tls
    minimum_protocol_version = var.minimum_protocol_version
  }
}
