resource "azurerm_container_registry" "shop" {
  name                   = "shop"
  # ruleid: azure-registry-anonymous-pull
  anonymous_pull_enabled = true
}

resource "azurerm_container_registry" "second" {
  # ruleid: azure-registry-anonymous-pull
  anonymous_pull_enabled = "true"
}

resource "azurerm_container_registry" "good" {
  name                   = "good"
  # ok: azure-registry-anonymous-pull
  anonymous_pull_enabled = false
}

resource "azurerm_container_registry" "chosen" {
  name                   = "chosen"
  # ok: azure-registry-anonymous-pull
  anonymous_pull_enabled = var.is_public
}
