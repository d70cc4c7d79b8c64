# ruleid: gcp-bucket-object-acl
resource "google_storage_bucket" "silent" {
  name     = "example-silent"
  location = "EU"
}

resource "google_storage_bucket" "off" {
  name                        = "example-off"
  # ruleid: gcp-bucket-object-acl
  uniform_bucket_level_access = false
}

# ok: gcp-bucket-object-acl
resource "google_storage_bucket" "good" {
  name                        = "example-good"
  uniform_bucket_level_access = true
}

# ok: gcp-bucket-object-acl
resource "google_storage_bucket" "chosen" {
  name                        = "example-chosen"
  uniform_bucket_level_access = var.uniform
}
