# ruleid: gcp-redis-open
resource "google_redis_instance" "silent" {
  name           = "silent"
  memory_size_gb = 1
}

resource "google_redis_instance" "off" {
  name                    = "off"
  # ruleid: gcp-redis-open
  auth_enabled            = false
  # ruleid: gcp-redis-open
  transit_encryption_mode = "DISABLED"
}

# ok: gcp-redis-open
resource "google_redis_instance" "good" {
  name                    = "good"
  auth_enabled            = true
  transit_encryption_mode = "SERVER_AUTHENTICATION"
}

# ok: gcp-redis-open
resource "google_redis_instance" "chosen" {
  name         = "chosen"
  auth_enabled = var.auth
}
