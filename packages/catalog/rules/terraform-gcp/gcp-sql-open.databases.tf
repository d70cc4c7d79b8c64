resource "google_sql_database_instance" "open" {
  settings {
    tier = "db-f1-micro"
    ip_configuration {
      authorized_networks {
        name  = "all"
        # ruleid: gcp-sql-open
        value = "0.0.0.0/0"
      }
      authorized_networks {
        name  = "office"
        # ok: gcp-sql-open
        value = "198.51.100.0/24"
      }
    }
  }
}

resource "google_sql_database_instance" "second" {
  settings {
    ip_configuration {
      ipv4_enabled = true
      authorized_networks {
        # ruleid: gcp-sql-open
        value = "0.0.0.0/0"
      }
    }
  }
}

resource "google_sql_database_instance" "flags" {
  settings {
    database_flags {
      name  = "listen"
      # ok: gcp-sql-open
      value = "0.0.0.0/0"
    }
  }
}
