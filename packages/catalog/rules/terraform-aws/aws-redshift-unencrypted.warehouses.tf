resource "aws_redshift_cluster" "numbers" {
  cluster_identifier = "numbers"
  # ruleid: aws-redshift-unencrypted
  encrypted          = false
}

resource "aws_redshift_cluster" "quoted" {
  cluster_identifier = "quoted"
  # ruleid: aws-redshift-unencrypted
  encrypted          = "false"
}

resource "aws_redshift_cluster" "good" {
  cluster_identifier = "good"
  # ok: aws-redshift-unencrypted
  encrypted          = true
}

resource "aws_redshift_snapshot_copy_grant" "copy" {
  # ok: aws-redshift-unencrypted
  snapshot_copy_grant_name = "copy"
}
