resource "azurerm_key_vault" "open" {
  name = "open"
  network_acls {
    bypass         = "AzureServices"
    # ruleid: azure-open-network
    default_action = "Allow"
  }
}

resource "azurerm_storage_account_network_rules" "open" {
  storage_account_id = azurerm_storage_account.shop.id
  # ruleid: azure-open-network
  default_action     = "Allow"
}

resource "azurerm_storage_account" "good" {
  name = "examplegood"
  network_rules {
    # ok: azure-open-network
    default_action             = "Deny"
    virtual_network_subnet_ids = [azurerm_subnet.shop.id]
  }
}

resource "azurerm_cdn_frontdoor_rule" "other" {
  # ok: azure-open-network
  default_action = "Allow"
}
