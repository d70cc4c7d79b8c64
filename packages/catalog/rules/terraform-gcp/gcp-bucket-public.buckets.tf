resource "google_storage_bucket_iam_member" "site" {
  bucket = google_storage_bucket.site.name
  role   = "roles/storage.objectViewer"
  # ruleid: gcp-bucket-public
  member = "allUsers"
}

resource "google_storage_bucket_iam_binding" "list" {
  bucket  = google_storage_bucket.list.name
  role    = "roles/storage.objectViewer"
  # ruleid: gcp-bucket-public
  members = ["user:ann@example.com", "allAuthenticatedUsers"]
}

resource "google_storage_bucket_acl" "old" {
  bucket         = google_storage_bucket.old.name
  # ruleid: gcp-bucket-public
  predefined_acl = "publicRead"
}

resource "google_storage_bucket_iam_member" "good" {
  bucket = google_storage_bucket.good.name
  role   = "roles/storage.objectViewer"
  # ok: gcp-bucket-public
  member = "serviceAccount:shop@example.iam.gserviceaccount.com"
}

resource "google_storage_bucket_acl" "private" {
  bucket         = google_storage_bucket.private.name
  # ok: gcp-bucket-public
  predefined_acl = "projectPrivate"
}
