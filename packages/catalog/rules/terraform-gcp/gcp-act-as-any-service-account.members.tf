resource "google_project_iam_member" "deploy" {
  project = var.project
  # ruleid: gcp-act-as-any-service-account
  role    = "roles/iam.serviceAccountUser"
  member  = google_service_account.deploy.member
}

resource "google_project_iam_binding" "tokens" {
  project = var.project
  # ruleid: gcp-act-as-any-service-account
  role    = "roles/iam.serviceAccountTokenCreator"
  members = ["group:ops@example.com"]
}

resource "google_service_account_iam_member" "good" {
  service_account_id = google_service_account.shop.name
  # ok: gcp-act-as-any-service-account
  role               = "roles/iam.serviceAccountUser"
  member             = google_service_account.deploy.member
}

resource "google_project_iam_member" "viewer" {
  project = var.project
  # ok: gcp-act-as-any-service-account
  role    = "roles/iam.serviceAccountViewer"
  member  = "group:ops@example.com"
}
