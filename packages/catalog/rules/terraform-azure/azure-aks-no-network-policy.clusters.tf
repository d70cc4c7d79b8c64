resource "azurerm_kubernetes_cluster" "flat" {
  # ruleid: azure-aks-no-network-policy
  network_profile {
    network_plugin = "azure"
  }
}

resource "azurerm_kubernetes_cluster" "kubenet" {
  # ruleid: azure-aks-no-network-policy
  network_profile {
    network_plugin    = "kubenet"
    load_balancer_sku = "standard"
  }
}

resource "azurerm_kubernetes_cluster" "good" {
  # ok: azure-aks-no-network-policy
  network_profile {
    network_plugin = "azure"
    network_policy = "calico"
  }
}

resource "azurerm_kubernetes_cluster" "chosen" {
  # ok: azure-aks-no-network-policy
  network_profile {
    network_plugin = var.plugin
    network_policy = var.policy
  }
}
