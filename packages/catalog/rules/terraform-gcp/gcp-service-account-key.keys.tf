# ruleid: gcp-service-account-key
resource "google_service_account_key" "deploy" {
  service_account_id = google_service_account.deploy.name
}

# ruleid: gcp-service-account-key
resource "google_service_account_key" "rotated" {
  service_account_id = google_service_account.rotated.name
  keepers = {
    time = time_rotating.month.rotation_rfc3339
  }
}

# ok: gcp-service-account-key
resource "google_service_account" "deploy" {
  account_id = "deploy"
}

# ok: gcp-service-account-key
data "google_service_account_key" "known" {
  name = var.name
}
