resource "azurerm_redis_cache" "open" {
  name                 = "open"
  # ruleid: azure-redis-without-tls
  non_ssl_port_enabled = true
}

resource "azurerm_redis_cache" "old" {
  name                = "old"
  # ruleid: azure-redis-without-tls
  enable_non_ssl_port = true
}

resource "azurerm_redis_cache" "good" {
  name                 = "good"
  # ok: azure-redis-without-tls
  non_ssl_port_enabled = false
}

resource "azurerm_redis_cache" "silent" {
  # ok: azure-redis-without-tls
  name = "silent"
}
