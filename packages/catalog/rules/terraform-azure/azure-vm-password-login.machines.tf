resource "azurerm_linux_virtual_machine" "worker" {
  # ruleid: azure-vm-password-login
  disable_password_authentication = false
}

resource "azurerm_virtual_machine" "old" {
  os_profile_linux_config {
    # ruleid: azure-vm-password-login
    disable_password_authentication = false
  }
}

resource "azurerm_linux_virtual_machine" "good" {
  # ok: azure-vm-password-login
  disable_password_authentication = true
}

resource "azurerm_linux_virtual_machine" "silent" {
  # ok: azure-vm-password-login
  admin_username = "worker"
}
