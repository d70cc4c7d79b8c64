resource "azurerm_linux_web_app" "shop" {
  site_config {
    # ruleid: azure-app-ftp
    ftps_state = "AllAllowed"
  }
}

resource "azurerm_app_service" "old" {
  site_config {
    always_on  = true
    # ruleid: azure-app-ftp
    ftps_state = "AllAllowed"
  }
}

resource "azurerm_linux_web_app" "good" {
  site_config {
    # ok: azure-app-ftp
    ftps_state = "Disabled"
  }
}

resource "azurerm_windows_web_app" "tls" {
  site_config {
    # ok: azure-app-ftp
    ftps_state = "FtpsOnly"
  }
}
