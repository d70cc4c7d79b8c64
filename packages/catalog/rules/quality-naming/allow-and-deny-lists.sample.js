// ruleid: allow-and-deny-lists
export const hostWhitelist = new Set();
// ruleid: allow-and-deny-lists
export function isBlackListed(host) {
  // ok: allow-and-deny-lists
  const allowlist = hosts(host);
  // ok: allow-and-deny-lists
  return allowlist.white || allowlist.list;
}
