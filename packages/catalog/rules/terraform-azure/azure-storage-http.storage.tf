resource "azurerm_storage_account" "plain" {
  name                       = "exampleplain"
  # ruleid: azure-storage-http
  https_traffic_only_enabled = false
}

resource "azurerm_storage_account" "old" {
  name                      = "exampleold"
  # ruleid: azure-storage-http
  enable_https_traffic_only = false
}

resource "azurerm_storage_account" "good" {
  name                       = "examplegood"
  # ok: azure-storage-http
  https_traffic_only_enabled = true
}

resource "azurerm_storage_account" "silent" {
  # ok: azure-storage-http
  name = "examplesilent"
}
