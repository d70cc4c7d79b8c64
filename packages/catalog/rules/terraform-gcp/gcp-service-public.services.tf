resource "google_cloud_run_v2_service_iam_member" "orders" {
  name   = google_cloud_run_v2_service.orders.name
  role   = "roles/run.invoker"
  # ruleid: gcp-service-public
  member = "allUsers"
}

resource "google_cloudfunctions_function_iam_binding" "hook" {
  cloud_function = google_cloudfunctions_function.hook.name
  role           = "roles/cloudfunctions.invoker"
  # ruleid: gcp-service-public
  members        = ["allUsers"]
}

resource "google_cloud_run_v2_service_iam_member" "good" {
  name   = google_cloud_run_v2_service.orders.name
  role   = "roles/run.invoker"
  # ok: gcp-service-public
  member = google_service_account.shop.member
}

resource "google_cloud_run_service_iam_binding" "people" {
  service = google_cloud_run_service.pages.name
  # ok: gcp-service-public
  members = ["group:staff@example.com"]
}
