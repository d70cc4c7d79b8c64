resource "azurerm_kubernetes_cluster" "off" {
  name                              = "off"
  # ruleid: azure-aks-rbac-off
  role_based_access_control_enabled = false
}

resource "azurerm_kubernetes_cluster" "old" {
  name = "old"
  role_based_access_control {
    # ruleid: azure-aks-rbac-off
    enabled = false
  }
}

resource "azurerm_kubernetes_cluster" "good" {
  name                              = "good"
  # ok: azure-aks-rbac-off
  role_based_access_control_enabled = true
}

resource "azurerm_kubernetes_cluster" "silent" {
  name = "silent"
  oms_agent {
    # ok: azure-aks-rbac-off
    enabled = false
  }
}
