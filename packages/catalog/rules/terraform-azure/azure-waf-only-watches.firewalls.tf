resource "azurerm_web_application_firewall_policy" "shop" {
  policy_settings {
    enabled = true
    # ruleid: azure-waf-only-watches
    mode    = "Detection"
  }
}

resource "azurerm_cdn_frontdoor_firewall_policy" "shop" {
  name = "shop"
  # ruleid: azure-waf-only-watches
  mode = "Detection"
}

resource "azurerm_web_application_firewall_policy" "good" {
  policy_settings {
    # ok: azure-waf-only-watches
    enabled = true
    # ok: azure-waf-only-watches
    mode    = "Prevention"
  }
}
