resource "google_compute_ssl_policy" "old" {
  name            = "old"
  # ruleid: gcp-old-tls
  min_tls_version = "TLS_1_0"
}

# ruleid: gcp-old-tls
resource "google_compute_ssl_policy" "silent" {
  name    = "silent"
  profile = "MODERN"
}

# ok: gcp-old-tls
resource "google_compute_ssl_policy" "good" {
  name            = "good"
  min_tls_version = "TLS_1_2"
}

# ok: gcp-old-tls
resource "google_compute_region_ssl_policy" "chosen" {
  name            = "chosen"
  min_tls_version = var.min_tls_version
}
