resource "azurerm_linux_web_app" "shop" {
  site_config {
    # ruleid: azure-app-remote-debugging
    remote_debugging_enabled = true
  }
}

resource "azurerm_windows_web_app" "desk" {
  site_config {
    # ruleid: azure-app-remote-debugging
    remote_debugging_enabled = true
    remote_debugging_version = "VS2022"
  }
}

resource "azurerm_linux_web_app" "good" {
  site_config {
    # ok: azure-app-remote-debugging
    remote_debugging_enabled = false
  }
}

resource "azurerm_linux_web_app" "silent" {
  site_config {
    # ok: azure-app-remote-debugging
    always_on = true
  }
}
