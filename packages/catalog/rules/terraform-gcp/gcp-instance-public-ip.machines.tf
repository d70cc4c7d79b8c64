resource "google_compute_instance" "worker" {
  network_interface {
    network = "default"
    # ruleid: gcp-instance-public-ip
    access_config {
    }
  }
}

resource "google_compute_instance_template" "workers" {
  network_interface {
    subnetwork = google_compute_subnetwork.shop.id
    # ruleid: gcp-instance-public-ip
    access_config {
      network_tier = "PREMIUM"
    }
  }
}

resource "google_compute_instance" "good" {
  # ok: gcp-instance-public-ip
  network_interface {
    subnetwork = google_compute_subnetwork.private.id
  }
}

resource "google_compute_instance" "chosen" {
  network_interface {
    subnetwork = google_compute_subnetwork.private.id
    # ok: gcp-instance-public-ip
    dynamic "access_config" {
      for_each = var.is_public ? [1] : []
      content {}
    }
  }
}
