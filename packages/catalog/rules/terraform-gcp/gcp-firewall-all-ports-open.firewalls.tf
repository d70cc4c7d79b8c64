# ruleid: gcp-firewall-all-ports-open
resource "google_compute_firewall" "all" {
  name          = "all"
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "all"
  }
}

# ruleid: gcp-firewall-all-ports-open
resource "google_compute_firewall" "ports" {
  name          = "ports"
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = ["0-65535"]
  }
}

# ok: gcp-firewall-all-ports-open
resource "google_compute_firewall" "inside" {
  name          = "inside"
  source_ranges = ["10.0.0.0/8"]
  allow {
    protocol = "all"
  }
}

# ok: gcp-firewall-all-ports-open
resource "google_compute_firewall" "ping" {
  name          = "ping"
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "icmp"
  }
}
