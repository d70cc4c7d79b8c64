# ruleid: allow-and-deny-lists
HOST_WHITELIST = [].freeze
# ruleid: allow-and-deny-lists
blacklist = []
# ok: allow-and-deny-lists
allowlist = blank
# ok: allow-and-deny-lists
denied = allowlist
