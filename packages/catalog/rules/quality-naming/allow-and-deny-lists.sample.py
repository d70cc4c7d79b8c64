# ruleid: allow-and-deny-lists
HOST_WHITELIST = set()
# ruleid: allow-and-deny-lists
def is_blacklisted(host):
    # ok: allow-and-deny-lists
    allowlist = hosts(host)
    # ok: allow-and-deny-lists
    return host in allowlist
