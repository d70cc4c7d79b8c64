# ruleid: azure-aks-public-api
resource "azurerm_kubernetes_cluster" "open" {
  name = "open"
}

resource "azurerm_kubernetes_cluster" "said" {
  name = "said"
  api_server_access_profile {
    # ruleid: azure-aks-public-api
    authorized_ip_ranges = ["0.0.0.0/0"]
  }
}

# ok: azure-aks-public-api
resource "azurerm_kubernetes_cluster" "private" {
  name                    = "private"
  private_cluster_enabled = true
}

# ok: azure-aks-public-api
resource "azurerm_kubernetes_cluster" "office" {
  name = "office"
  api_server_access_profile {
    authorized_ip_ranges = ["198.51.100.0/24"]
  }
}
