resource "google_project_iam_member" "ci" {
  project = var.project
  # ruleid: gcp-basic-role
  role    = "roles/editor"
  member  = google_service_account.ci.member
}

resource "google_folder_iam_binding" "owners" {
  folder  = var.folder
  # ruleid: gcp-basic-role
  role    = "roles/owner"
  members = ["user:ann@example.com"]
}

resource "google_project_iam_member" "viewer" {
  project = var.project
  # ok: gcp-basic-role
  role    = "roles/viewer"
  member  = "group:staff@example.com"
}

resource "google_project_iam_member" "logs" {
  project = var.project
  # ok: gcp-basic-role
  role    = "roles/logging.logWriter"
  member  = google_service_account.ci.member
}
