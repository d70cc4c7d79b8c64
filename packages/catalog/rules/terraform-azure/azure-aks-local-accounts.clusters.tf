# ruleid: azure-aks-local-accounts
resource "azurerm_kubernetes_cluster" "silent" {
  name       = "silent"
  dns_prefix = "silent"
}

resource "azurerm_kubernetes_cluster" "off" {
  name                   = "off"
  # ruleid: azure-aks-local-accounts
  local_account_disabled = false
}

# ok: azure-aks-local-accounts
resource "azurerm_kubernetes_cluster" "good" {
  name                   = "good"
  local_account_disabled = true
}

# ok: azure-aks-local-accounts
resource "azurerm_kubernetes_cluster" "chosen" {
  name                   = "chosen"
  local_account_disabled = var.local_account_disabled
}
