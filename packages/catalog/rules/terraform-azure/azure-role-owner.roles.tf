resource "azurerm_role_assignment" "owner" {
  scope                = azurerm_resource_group.shop.id
  # ruleid: azure-role-owner
  role_definition_name = "Owner"
  principal_id         = var.principal
}

resource "azurerm_role_assignment" "all" {
  scope                = data.azurerm_subscription.current.id
  # ruleid: azure-role-owner
  role_definition_name = "Contributor"
  principal_id         = var.principal
}

resource "azurerm_role_assignment" "group" {
  scope                = azurerm_resource_group.shop.id
  # ok: azure-role-owner
  role_definition_name = "Contributor"
  principal_id         = var.principal
}

resource "azurerm_role_assignment" "reader" {
  scope                = data.azurerm_subscription.current.id
  # ok: azure-role-owner
  role_definition_name = "Reader"
  principal_id         = var.principal
}
