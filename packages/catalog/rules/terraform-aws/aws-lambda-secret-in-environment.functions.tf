resource "aws_lambda_function" "orders" {
  function_name = "orders"
  environment {
    variables = {
      # ok: aws-lambda-secret-in-environment
      STAGE       = "production"
      # ruleid: aws-lambda-secret-in-environment
      DB_PASSWORD = "correct-horse-1"
      # ruleid: aws-lambda-secret-in-environment
      API_KEY     = "9f8e7d6c5b4a"
    }
  }
}

resource "aws_lambda_function" "good" {
  function_name = "good"
  environment {
    variables = {
      # ok: aws-lambda-secret-in-environment
      DB_PASSWORD_ARN = aws_secretsmanager_secret.database.arn
      # ok: aws-lambda-secret-in-environment
      DB_PASSWORD     = var.database_password
    }
  }
}
