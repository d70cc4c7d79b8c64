# ruleid: gcp-gke-public-api
resource "google_container_cluster" "open" {
  name = "open"
}

resource "google_container_cluster" "said" {
  master_authorized_networks_config {
    cidr_blocks {
      # ruleid: gcp-gke-public-api
      cidr_block = "0.0.0.0/0"
    }
  }
}

# ok: gcp-gke-public-api
resource "google_container_cluster" "office" {
  master_authorized_networks_config {
    cidr_blocks {
      # ok: gcp-gke-public-api
      cidr_block = "198.51.100.0/24"
    }
  }
}

# ok: gcp-gke-public-api
resource "google_container_cluster" "private" {
  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = true
  }
}
