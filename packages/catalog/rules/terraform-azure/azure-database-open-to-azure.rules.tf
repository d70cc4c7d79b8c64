# ruleid: azure-database-open-to-azure
resource "azurerm_mssql_firewall_rule" "azure" {
  name             = "azure"
  start_ip_address = "0.0.0.0"
  end_ip_address   = "0.0.0.0"
}

# ruleid: azure-database-open-to-azure
resource "azurerm_mysql_flexible_server_firewall_rule" "azure" {
  name             = "azure"
  end_ip_address   = "0.0.0.0"
  start_ip_address = "0.0.0.0"
}

# ok: azure-database-open-to-azure
resource "azurerm_mssql_firewall_rule" "office" {
  name             = "office"
  start_ip_address = "198.51.100.10"
  end_ip_address   = "198.51.100.20"
}

# ok: azure-database-open-to-azure
resource "azurerm_redis_firewall_rule" "office" {
  name     = "office"
  start_ip = "198.51.100.10"
  end_ip   = "198.51.100.10"
}
