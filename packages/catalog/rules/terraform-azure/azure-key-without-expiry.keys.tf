# ruleid: azure-key-without-expiry
resource "azurerm_key_vault_key" "disk" {
  name     = "disk"
  key_type = "RSA"
}

# ruleid: azure-key-without-expiry
resource "azurerm_key_vault_secret" "mail" {
  name  = "mail"
  value = var.mail_password
}

# ok: azure-key-without-expiry
resource "azurerm_key_vault_key" "good" {
  name            = "good"
  expiration_date = "2027-01-01T00:00:00Z"
}

# ok: azure-key-without-expiry
resource "azurerm_key_vault_key" "rotated" {
  name = "rotated"
  rotation_policy {
    expire_after = "P1Y"
  }
}
