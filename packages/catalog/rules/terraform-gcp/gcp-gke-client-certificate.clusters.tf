resource "google_container_cluster" "certificate" {
  master_auth {
    client_certificate_config {
      # ruleid: gcp-gke-client-certificate
      issue_client_certificate = true
    }
  }
}

resource "google_container_cluster" "password" {
  master_auth {
    # ruleid: gcp-gke-client-certificate
    username = "admin"
    password = var.password
  }
}

resource "google_container_cluster" "good" {
  master_auth {
    client_certificate_config {
      # ok: gcp-gke-client-certificate
      issue_client_certificate = false
    }
  }
}

resource "google_container_cluster" "empty" {
  master_auth {
    # ok: gcp-gke-client-certificate
    username = ""
    password = ""
  }
}
