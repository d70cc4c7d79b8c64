# ruleid: gcp-kms-no-rotation
resource "google_kms_crypto_key" "disk" {
  name     = "disk"
  key_ring = google_kms_key_ring.shop.id
}

# ruleid: gcp-kms-no-rotation
resource "google_kms_crypto_key" "backup" {
  name     = "backup"
  key_ring = google_kms_key_ring.shop.id
  version_template {
    algorithm        = "GOOGLE_SYMMETRIC_ENCRYPTION"
    protection_level = "HSM"
  }
}

# ok: gcp-kms-no-rotation
resource "google_kms_crypto_key" "good" {
  name            = "good"
  rotation_period = "7776000s"
}

# ok: gcp-kms-no-rotation
resource "google_kms_crypto_key" "signing" {
  name    = "signing"
  purpose = "ASYMMETRIC_SIGN"
}
