resource "google_sql_database_instance" "open" {
  settings {
    ip_configuration {
      # ruleid: gcp-sql-without-tls
      ssl_mode = "ALLOW_UNENCRYPTED_AND_ENCRYPTED"
    }
  }
}

resource "google_sql_database_instance" "old" {
  settings {
    ip_configuration {
      # ruleid: gcp-sql-without-tls
      require_ssl = false
    }
  }
}

resource "google_sql_database_instance" "good" {
  settings {
    ip_configuration {
      # ok: gcp-sql-without-tls
      ssl_mode = "ENCRYPTED_ONLY"
    }
  }
}

resource "google_sql_database_instance" "strict" {
  settings {
    ip_configuration {
      # ok: gcp-sql-without-tls
      ssl_mode = "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"
    }
  }
}
