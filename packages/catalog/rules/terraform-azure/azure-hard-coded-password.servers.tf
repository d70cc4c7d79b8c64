resource "azurerm_mssql_server" "shop" {
  administrator_login          = "shop"
  # ruleid: azure-hard-coded-password
  administrator_login_password = "Correct-Horse-1"
}

resource "azurerm_windows_virtual_machine" "desk" {
  admin_username = "desk"
  # ruleid: azure-hard-coded-password
  admin_password = "Battery!Staple2"
}

resource "azurerm_mssql_server" "good" {
  administrator_login          = "shop"
  # ok: azure-hard-coded-password
  administrator_login_password = random_password.database.result
}

resource "azurerm_windows_virtual_machine" "asked" {
  admin_username = "desk"
  # ok: azure-hard-coded-password
  admin_password = var.admin_password
}
