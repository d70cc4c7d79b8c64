resource "azurerm_linux_web_app" "shop" {
  site_config {
    cors {
      # ruleid: azure-cors-any-origin
      allowed_origins = ["*"]
    }
  }
}

resource "azurerm_storage_account" "files" {
  blob_properties {
    cors_rule {
      allowed_methods = ["GET"]
      # ruleid: azure-cors-any-origin
      allowed_origins = ["https://a.example.com", "*"]
    }
  }
}

resource "azurerm_linux_web_app" "good" {
  site_config {
    cors {
      # ok: azure-cors-any-origin
      allowed_origins = ["https://shop.example.com"]
    }
  }
}

resource "azurerm_linux_web_app" "chosen" {
  site_config {
    cors {
      # ok: azure-cors-any-origin
      allowed_origins = var.origins
    }
  }
}
