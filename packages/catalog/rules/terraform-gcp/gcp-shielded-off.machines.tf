resource "google_container_cluster" "off" {
  # ruleid: gcp-shielded-off
  enable_shielded_nodes = false
}

resource "google_compute_instance" "worker" {
  shielded_instance_config {
    enable_secure_boot          = true
    # ruleid: gcp-shielded-off
    enable_integrity_monitoring = false
  }
}

resource "google_container_cluster" "good" {
  # ok: gcp-shielded-off
  enable_shielded_nodes = true
}

resource "google_compute_instance" "good" {
  shielded_instance_config {
    # ok: gcp-shielded-off
    enable_vtpm                 = true
    # ok: gcp-shielded-off
    enable_integrity_monitoring = true
  }
}
