resource "google_container_cluster" "off" {
  network_policy {
    # ruleid: gcp-gke-no-network-policy
    enabled = false
  }
}

resource "google_container_cluster" "addon" {
  addons_config {
    network_policy_config {
      # ruleid: gcp-gke-no-network-policy
      disabled = true
    }
  }
}

resource "google_container_cluster" "good" {
  network_policy {
    # ok: gcp-gke-no-network-policy
    enabled = true
  }
}

resource "google_container_cluster" "dataplane" {
  datapath_provider = "ADVANCED_DATAPATH"
  network_policy {
    # ok: gcp-gke-no-network-policy
    enabled = false
  }
}
