resource "google_container_cluster" "old" {
  name               = "old"
  # ruleid: gcp-gke-legacy-abac
  enable_legacy_abac = true
}

resource "google_container_cluster" "quoted" {
  name               = "quoted"
  # ruleid: gcp-gke-legacy-abac
  enable_legacy_abac = "true"
}

resource "google_container_cluster" "good" {
  name               = "good"
  # ok: gcp-gke-legacy-abac
  enable_legacy_abac = false
}

resource "google_container_cluster" "silent" {
  # ok: gcp-gke-legacy-abac
  name = "silent"
}
