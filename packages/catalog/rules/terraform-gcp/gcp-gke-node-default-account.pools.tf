resource "google_container_node_pool" "workers" {
  # ruleid: gcp-gke-node-default-account
  node_config {
    machine_type = "e2-standard-4"
  }
}

resource "google_container_node_pool" "cheap" {
  # ruleid: gcp-gke-node-default-account
  node_config {
    preemptible  = true
    oauth_scopes = ["https://www.googleapis.com/auth/cloud-platform"]
  }
}

resource "google_container_node_pool" "good" {
  # ok: gcp-gke-node-default-account
  node_config {
    machine_type    = "e2-standard-4"
    service_account = google_service_account.nodes.email
  }
}

resource "google_container_node_pool" "chosen" {
  # ok: gcp-gke-node-default-account
  node_config {
    service_account = var.service_account
  }
}
