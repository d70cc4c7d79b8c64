resource "azurerm_storage_account" "open" {
  name                            = "exampleopen"
  # ruleid: azure-storage-public-items
  allow_nested_items_to_be_public = true
}

resource "azurerm_storage_account" "old" {
  name                     = "exampleold"
  # ruleid: azure-storage-public-items
  allow_blob_public_access = true
}

resource "azurerm_storage_account" "good" {
  name                            = "examplegood"
  # ok: azure-storage-public-items
  allow_nested_items_to_be_public = false
}

resource "azurerm_storage_account" "chosen" {
  name                            = "examplechosen"
  # ok: azure-storage-public-items
  allow_nested_items_to_be_public = var.public
}
