resource "google_compute_project_metadata" "this" {
  metadata = {
    # ruleid: gcp-os-login-off
    enable-oslogin = "FALSE"
  }
}

resource "google_compute_instance" "worker" {
  metadata = {
    # ruleid: gcp-os-login-off
    enable-oslogin = false
  }
}

resource "google_compute_project_metadata" "good" {
  metadata = {
    # ok: gcp-os-login-off
    enable-oslogin = "TRUE"
  }
}

resource "google_compute_instance" "other" {
  metadata = {
    # ok: gcp-os-login-off
    block-project-ssh-keys = "FALSE"
  }
}
