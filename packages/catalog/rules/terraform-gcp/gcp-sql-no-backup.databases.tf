resource "google_sql_database_instance" "silent" {
  # ruleid: gcp-sql-no-backup
  settings {
    tier = "db-f1-micro"
  }
}

resource "google_sql_database_instance" "off" {
  settings {
    backup_configuration {
      # ruleid: gcp-sql-no-backup
      enabled = false
    }
  }
}

resource "google_sql_database_instance" "good" {
  # ok: gcp-sql-no-backup
  settings {
    backup_configuration {
      enabled = true
    }
  }
}

resource "google_sql_database_instance" "replica" {
  master_instance_name = google_sql_database_instance.good.name
  # ok: gcp-sql-no-backup
  settings {
    tier = "db-f1-micro"
  }
}
