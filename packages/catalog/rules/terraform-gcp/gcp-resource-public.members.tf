resource "google_pubsub_topic_iam_member" "all" {
  topic  = google_pubsub_topic.orders.name
  role   = "roles/pubsub.publisher"
  # ruleid: gcp-resource-public
  member = "allUsers"
}

resource "google_kms_crypto_key_iam_binding" "all" {
  crypto_key_id = google_kms_crypto_key.disk.id
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  # ruleid: gcp-resource-public
  members       = ["allAuthenticatedUsers"]
}

resource "google_bigquery_dataset" "numbers" {
  dataset_id = "numbers"
  access {
    role          = "READER"
    # ruleid: gcp-resource-public
    special_group = "allAuthenticatedUsers"
  }
  access {
    role          = "READER"
    # ok: gcp-resource-public
    special_group = "projectReaders"
  }
}

resource "google_secret_manager_secret_iam_member" "good" {
  secret_id = google_secret_manager_secret.mail.id
  role      = "roles/secretmanager.secretAccessor"
  # ok: gcp-resource-public
  member    = google_service_account.shop.member
}
