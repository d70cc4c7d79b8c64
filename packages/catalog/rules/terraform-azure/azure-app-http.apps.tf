# ruleid: azure-app-http
resource "azurerm_linux_web_app" "shop" {
  name            = "shop"
  service_plan_id = azurerm_service_plan.shop.id
}

resource "azurerm_windows_function_app" "off" {
  name       = "off"
  # ruleid: azure-app-http
  https_only = false
}

# ok: azure-app-http
resource "azurerm_linux_web_app" "good" {
  name       = "good"
  https_only = true
}

# ok: azure-app-http
resource "azurerm_linux_function_app" "chosen" {
  name       = "chosen"
  https_only = var.https_only
}
