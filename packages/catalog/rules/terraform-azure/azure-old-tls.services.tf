resource "azurerm_storage_account" "old" {
  # ruleid: azure-old-tls
  min_tls_version = "TLS1_0"
}

resource "azurerm_mssql_server" "old" {
  # ruleid: azure-old-tls
  minimum_tls_version = "1.1"
}

resource "azurerm_linux_web_app" "old" {
  site_config {
    # ruleid: azure-old-tls
    minimum_tls_version = "1.0"
  }
}

resource "azurerm_storage_account" "good" {
  # ok: azure-old-tls
  min_tls_version = "TLS1_2"
}

resource "azurerm_linux_web_app" "good" {
  site_config {
    # ok: azure-old-tls
    minimum_tls_version = "1.3"
  }
}
