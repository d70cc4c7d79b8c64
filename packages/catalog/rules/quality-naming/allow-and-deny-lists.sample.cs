class Hosts
{
    // ruleid: allow-and-deny-lists
    List<string> whitelist;
    // ruleid: allow-and-deny-lists
    List<string> BlackList;
    // ok: allow-and-deny-lists
    List<string> allowlist;
    // ok: allow-and-deny-lists
    List<string> denied;
}
