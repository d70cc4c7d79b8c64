resource "google_compute_instance" "worker" {
  name = "worker"
  # ruleid: gcp-default-service-account
  service_account {
    scopes = ["cloud-platform"]
  }
}

resource "google_compute_instance_template" "workers" {
  # ruleid: gcp-default-service-account
  service_account {
    email  = "123456789-compute@developer.gserviceaccount.com"
    scopes = ["cloud-platform"]
  }
}

resource "google_compute_instance" "good" {
  # ok: gcp-default-service-account
  service_account {
    email  = google_service_account.worker.email
    scopes = ["cloud-platform"]
  }
}

resource "google_compute_instance" "little" {
  # ok: gcp-default-service-account
  service_account {
    scopes = ["logging-write", "storage-ro"]
  }
}
