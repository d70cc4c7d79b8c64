resource "aws_cloudtrail" "off" {
  name           = "off"
  # ruleid: aws-cloudtrail-off
  enable_logging = false
}

resource "aws_cloudtrail" "data" {
  name = "data"
  event_selector {
    read_write_type           = "All"
    # ruleid: aws-cloudtrail-off
    include_management_events = false
  }
}

resource "aws_cloudtrail" "account" {
  name           = "account"
  # ok: aws-cloudtrail-off
  enable_logging = true
  event_selector {
    # ok: aws-cloudtrail-off
    include_management_events = true
  }
}
