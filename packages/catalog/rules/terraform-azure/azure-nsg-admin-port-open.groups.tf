resource "azurerm_network_security_rule" "ssh" {
  name                       = "ssh"
  direction                  = "Inbound"
  access                     = "Allow"
  protocol                   = "Tcp"
  source_port_range          = "*"
  destination_port_range     = "22"
  # ruleid: azure-nsg-admin-port-open
  source_address_prefix      = "*"
  destination_address_prefix = "*"
}

resource "azurerm_network_security_group" "desktops" {
  name = "desktops"
  security_rule {
    name                   = "desktop"
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "3389"
    # ruleid: azure-nsg-admin-port-open
    source_address_prefix  = "Internet"
  }
  security_rule {
    name                   = "https"
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "443"
    # ok: azure-nsg-admin-port-open
    source_address_prefix  = "Internet"
  }
  security_rule {
    name                   = "no-desktop"
    direction              = "Inbound"
    access                 = "Deny"
    protocol               = "Tcp"
    destination_port_range = "3389"
    # ok: azure-nsg-admin-port-open
    source_address_prefix  = "*"
  }
}

resource "azurerm_network_security_rule" "range" {
  name                   = "range"
  direction              = "Inbound"
  access                 = "Allow"
  destination_port_range = "22-22"
  # ruleid: azure-nsg-admin-port-open
  source_address_prefix  = "0.0.0.0/0"
}

resource "azurerm_network_security_rule" "office" {
  name                   = "office"
  direction              = "Inbound"
  access                 = "Allow"
  destination_port_range = "22"
  # ok: azure-nsg-admin-port-open
  source_address_prefix  = "10.1.0.0/16"
}
