resource "azurerm_role_definition" "all" {
  name = "all"
  permissions {
    # ruleid: azure-role-wildcard
    actions     = ["*"]
    not_actions = []
  }
}

resource "azurerm_role_definition" "more" {
  name = "more"
  permissions {
    # ruleid: azure-role-wildcard
    actions = ["Microsoft.Compute/*/read", "*"]
  }
}

resource "azurerm_role_definition" "good" {
  name = "good"
  permissions {
    # ok: azure-role-wildcard
    actions     = ["Microsoft.Compute/*/read"]
    # ok: azure-role-wildcard
    not_actions = ["*"]
  }
}
