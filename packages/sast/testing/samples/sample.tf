# comment
terraform {
  required_version = ">= 1.0"
}
variable "region" { default = "eu" }
resource "aws_s3_bucket" "data" {
  bucket = "x-${var.region}-${upper(local.names[0].first)}"
  acl    = "public-read"
  count  = var.enabled ? 1 : 0
  tags   = { Name = "a", "b" : 2, (var.k) = null }
  list   = [1, 2.5, true, -var.n, !var.b, 1 + 2 * 3 >= 4 && false]
  all    = aws_instance.x[*].id
  every  = aws_instance.x.*.id
  names  = [for s in var.list : upper(s) if s != ""]
  pairs  = { for k, v in var.map : k => v... if v }
  call   = merge(local.a, var.rest...)
  policy = <<-EOT
    { "a": "${var.x}" }
    %{ if var.y }yes%{ else }no%{ endif }
  EOT
  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port = ingress.value
    }
  }
  provisioner local-exec { command = "%{ for a in b }${a}%{ endfor }" }
}
