resource "azurerm_postgresql_flexible_server_configuration" "tls" {
  name      = "require_secure_transport"
  server_id = azurerm_postgresql_flexible_server.shop.id
  # ruleid: azure-database-without-tls
  value     = "off"
}

resource "azurerm_mysql_server" "old" {
  name                    = "old"
  # ruleid: azure-database-without-tls
  ssl_enforcement_enabled = false
}

resource "azurerm_mysql_flexible_server_configuration" "tls" {
  name  = "require_secure_transport"
  # ok: azure-database-without-tls
  value = "ON"
}

resource "azurerm_postgresql_flexible_server_configuration" "log" {
  name  = "log_checkpoints"
  # ok: azure-database-without-tls
  value = "off"
}
