// ruleid: allow-and-deny-lists
val hostWhitelist = setOf<String>()
// ruleid: allow-and-deny-lists
val blacklist = setOf<String>()
// ok: allow-and-deny-lists
val allowlist = setOf<String>()
// ok: allow-and-deny-lists
val denied = setOf<String>()
