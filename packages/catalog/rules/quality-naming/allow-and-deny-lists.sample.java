class Hosts {
    // ruleid: allow-and-deny-lists
    Set<String> whitelist = new HashSet<>();
    // ruleid: allow-and-deny-lists
    Set<String> blackList = new HashSet<>();
    // ok: allow-and-deny-lists
    Set<String> allowlist = new HashSet<>();
    // ok: allow-and-deny-lists
    Set<String> denied = new HashSet<>();
}
