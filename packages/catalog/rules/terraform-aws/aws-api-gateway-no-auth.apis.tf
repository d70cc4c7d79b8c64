# ruleid: aws-api-gateway-no-auth
resource "aws_api_gateway_method" "orders" {
  http_method   = "GET"
  authorization = "NONE"
}

# ruleid: aws-api-gateway-no-auth
resource "aws_api_gateway_method" "pay" {
  authorization = "NONE"
  http_method   = "POST"
}

# ok: aws-api-gateway-no-auth
resource "aws_api_gateway_method" "cors" {
  http_method   = "OPTIONS"
  authorization = "NONE"
}

# ok: aws-api-gateway-no-auth
resource "aws_api_gateway_method" "good" {
  http_method   = "GET"
  authorization = "AWS_IAM"
}
