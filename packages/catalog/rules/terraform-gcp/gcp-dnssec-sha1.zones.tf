resource "google_dns_managed_zone" "shop" {
  dnssec_config {
    state = "on"
    default_key_specs {
      # ruleid: gcp-dnssec-sha1
      algorithm = "rsasha1"
      key_type  = "keySigning"
    }
    default_key_specs {
      # ruleid: gcp-dnssec-sha1
      algorithm = "rsasha1"
      key_type  = "zoneSigning"
    }
  }
}

resource "google_dns_managed_zone" "good" {
  dnssec_config {
    default_key_specs {
      # ok: gcp-dnssec-sha1
      algorithm = "ecdsap256sha256"
    }
    default_key_specs {
      # ok: gcp-dnssec-sha1
      algorithm = "rsasha256"
    }
  }
}
