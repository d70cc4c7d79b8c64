resource "google_sql_user" "shop" {
  name     = "shop"
  # ruleid: gcp-hard-coded-password
  password = "correct-horse-1"
}

resource "google_sql_database_instance" "desk" {
  database_version = "SQLSERVER_2022_STANDARD"
  # ruleid: gcp-hard-coded-password
  root_password    = "battery-staple-2"
}

resource "google_sql_user" "good" {
  name     = "good"
  # ok: gcp-hard-coded-password
  password = random_password.shop.result
}

resource "google_sql_user" "asked" {
  name     = "asked"
  # ok: gcp-hard-coded-password
  password = var.password
}
