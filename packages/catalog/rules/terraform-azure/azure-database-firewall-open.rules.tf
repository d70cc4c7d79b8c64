# ruleid: azure-database-firewall-open
resource "azurerm_mssql_firewall_rule" "all" {
  name             = "all"
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255"
}

# ruleid: azure-database-firewall-open
resource "azurerm_postgresql_flexible_server_firewall_rule" "all" {
  name             = "all"
  end_ip_address   = "255.255.255.255"
  start_ip_address = "0.0.0.0"
}

# ok: azure-database-firewall-open
resource "azurerm_mssql_firewall_rule" "office" {
  name             = "office"
  start_ip_address = "198.51.100.10"
  end_ip_address   = "198.51.100.20"
}

# ok: azure-database-firewall-open
resource "azurerm_mssql_firewall_rule" "services" {
  name             = "services"
  start_ip_address = "0.0.0.0"
  end_ip_address   = "0.0.0.0"
}
