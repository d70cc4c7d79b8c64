resource "aws_lambda_function_url" "orders" {
  function_name      = aws_lambda_function.orders.function_name
  # ruleid: aws-lambda-public-url
  authorization_type = "NONE"
}

resource "aws_lambda_function_url" "hook" {
  # ruleid: aws-lambda-public-url
  authorization_type = "NONE"
  function_name      = aws_lambda_function.hook.function_name
}

resource "aws_lambda_function_url" "good" {
  function_name      = aws_lambda_function.orders.function_name
  # ok: aws-lambda-public-url
  authorization_type = "AWS_IAM"
}

resource "aws_api_gateway_integration" "other" {
  # ok: aws-lambda-public-url
  authorization_type = "NONE"
}
