resource "azurerm_storage_container" "site" {
  name                  = "site"
  # ruleid: azure-storage-container-public
  container_access_type = "blob"
}

resource "azurerm_storage_container" "list" {
  name                  = "list"
  # ruleid: azure-storage-container-public
  container_access_type = "container"
}

resource "azurerm_storage_container" "good" {
  name                  = "good"
  # ok: azure-storage-container-public
  container_access_type = "private"
}

resource "azurerm_storage_container" "plain" {
  # ok: azure-storage-container-public
  name = "plain"
}
