resource "google_compute_instance" "worker" {
  metadata = {
    # ruleid: gcp-serial-port
    serial-port-enable = true
  }
}

resource "google_compute_instance_template" "workers" {
  metadata = {
    "enable-oslogin"     = "TRUE"
    # ruleid: gcp-serial-port
    "serial-port-enable" = "TRUE"
  }
}

resource "google_compute_instance" "off" {
  metadata = {
    # ok: gcp-serial-port
    serial-port-enable = false
  }
}

resource "google_compute_instance" "logs" {
  metadata = {
    # ok: gcp-serial-port
    serial-port-logging-enable = true
  }
}
