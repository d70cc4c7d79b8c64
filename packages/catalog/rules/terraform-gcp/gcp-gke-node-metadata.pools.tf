resource "google_container_node_pool" "workers" {
  node_config {
    workload_metadata_config {
      # ruleid: gcp-gke-node-metadata
      mode = "GCE_METADATA"
    }
  }
}

resource "google_container_cluster" "old" {
  node_config {
    workload_metadata_config {
      # ruleid: gcp-gke-node-metadata
      node_metadata = "EXPOSE"
    }
  }
}

resource "google_container_node_pool" "good" {
  node_config {
    workload_metadata_config {
      # ok: gcp-gke-node-metadata
      mode = "GKE_METADATA"
    }
  }
}

resource "google_container_cluster" "posture" {
  security_posture_config {
    # ok: gcp-gke-node-metadata
    mode = "BASIC"
  }
}
