resource "aws_ecs_task_definition" "builder" {
  family = "builder"
  container_definitions = jsonencode([
    # ruleid: aws-ecs-privileged-container
    {
      name       = "builder"
      image      = "example/builder:2"
      privileged = true
    },
    # ok: aws-ecs-privileged-container
    {
      name       = "sidecar"
      image      = "example/sidecar:1"
      privileged = false
    },
  ])
}

resource "aws_ecs_task_definition" "text" {
  family                = "text"
  # ruleid: aws-ecs-privileged-container
  container_definitions = <<EOF
[{ "name": "text", "image": "example/text:1", "privileged": true }]
EOF
}

resource "aws_ecs_task_definition" "good" {
  family = "good"
  container_definitions = jsonencode([
    # ok: aws-ecs-privileged-container
    {
      name  = "shop"
      image = "example/shop:1.4.2"
    },
  ])
}
