resource "azurerm_container_registry" "shop" {
  name          = "shop"
  # ruleid: azure-registry-admin
  admin_enabled = true
}

resource "azurerm_container_registry" "second" {
  # ruleid: azure-registry-admin
  admin_enabled = "true"
  name          = "second"
}

resource "azurerm_container_registry" "good" {
  name          = "good"
  # ok: azure-registry-admin
  admin_enabled = false
}

resource "azurerm_container_registry" "silent" {
  # ok: azure-registry-admin
  name = "silent"
}
