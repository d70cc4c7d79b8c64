resource "google_compute_firewall" "ssh" {
  name          = "ssh"
  network       = google_compute_network.shop.name
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    # ruleid: gcp-firewall-admin-port-open
    ports    = ["22"]
  }
}

resource "google_compute_firewall" "more" {
  name = "more"
  allow {
    protocol = "tcp"
    # ruleid: gcp-firewall-admin-port-open
    ports    = ["80", "3389"]
  }
  source_ranges = ["10.0.0.0/8", "0.0.0.0/0"]
}

resource "google_compute_firewall" "proxy" {
  name          = "proxy"
  source_ranges = ["35.235.240.0/20"]
  allow {
    protocol = "tcp"
    # ok: gcp-firewall-admin-port-open
    ports    = ["22"]
  }
}

resource "google_compute_firewall" "web" {
  name          = "web"
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    # ok: gcp-firewall-admin-port-open
    ports    = ["443"]
  }
}

resource "google_compute_firewall" "no" {
  name          = "no"
  source_ranges = ["0.0.0.0/0"]
  deny {
    protocol = "tcp"
    # ok: gcp-firewall-admin-port-open
    ports    = ["22"]
  }
}
