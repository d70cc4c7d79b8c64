package p

// ruleid: allow-and-deny-lists
var hostWhitelist = map[string]bool{}

// ruleid: allow-and-deny-lists
var blacklist = []string{}

// ok: allow-and-deny-lists
var allowlist = []string{}

// ok: allow-and-deny-lists
var denied = []string{}
