resource "azurerm_network_security_rule" "all" {
  direction              = "Inbound"
  access                 = "Allow"
  protocol               = "*"
  destination_port_range = "*"
  # ruleid: azure-nsg-all-ports-open
  source_address_prefix  = "*"
}

resource "azurerm_network_security_group" "web" {
  security_rule {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "0-65535"
    # ruleid: azure-nsg-all-ports-open
    source_address_prefix  = "0.0.0.0/0"
  }
  security_rule {
    direction              = "Outbound"
    access                 = "Allow"
    protocol               = "*"
    destination_port_range = "*"
    # ok: azure-nsg-all-ports-open
    source_address_prefix  = "*"
  }
}

resource "azurerm_network_security_rule" "inside" {
  direction              = "Inbound"
  access                 = "Allow"
  destination_port_range = "*"
  # ok: azure-nsg-all-ports-open
  source_address_prefix  = "VirtualNetwork"
}
