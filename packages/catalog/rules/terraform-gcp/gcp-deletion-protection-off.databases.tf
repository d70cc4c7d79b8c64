resource "google_sql_database_instance" "shop" {
  name                = "shop"
  # ruleid: gcp-deletion-protection-off
  deletion_protection = false
}

resource "google_bigtable_instance" "events" {
  name                = "events"
  # ruleid: gcp-deletion-protection-off
  deletion_protection = "false"
}

resource "google_sql_database_instance" "good" {
  name                = "good"
  # ok: gcp-deletion-protection-off
  deletion_protection = true
}

resource "google_compute_instance" "worker" {
  name                = "worker"
  # ok: gcp-deletion-protection-off
  deletion_protection = false
}
