resource "aws_api_gateway_domain_name" "old" {
  domain_name     = "api.example.com"
  # ruleid: aws-api-gateway-old-tls
  security_policy = "TLS_1_0"
}

resource "aws_api_gateway_domain_name" "older" {
  # ruleid: aws-api-gateway-old-tls
  security_policy = "TLS_1_0"
  domain_name     = "old.example.com"
}

resource "aws_api_gateway_domain_name" "good" {
  domain_name     = "api.example.com"
  # ok: aws-api-gateway-old-tls
  security_policy = "TLS_1_2"
}

resource "aws_api_gateway_domain_name" "chosen" {
  domain_name     = "api.example.com"
  # ok: aws-api-gateway-old-tls
  security_policy = var.security_policy
}
