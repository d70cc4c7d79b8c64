# ruleid: azure-key-vault-purge
resource "azurerm_key_vault" "shop" {
  name     = "shop"
  sku_name = "standard"
}

resource "azurerm_key_vault" "off" {
  name                     = "off"
  # ruleid: azure-key-vault-purge
  purge_protection_enabled = false
}

# ok: azure-key-vault-purge
resource "azurerm_key_vault" "good" {
  name                     = "good"
  purge_protection_enabled = true
}

# ok: azure-key-vault-purge
resource "azurerm_key_vault" "chosen" {
  name                     = "chosen"
  purge_protection_enabled = var.purge_protection_enabled
}
