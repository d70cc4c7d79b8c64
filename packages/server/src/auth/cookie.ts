/** Browsers take a cookie of a `__Host-` name only when it is Secure, for this host alone, and for all of its paths. */
function cookieName(secure: boolean): string {
  return secure ? '__Host-plumb' : 'plumb';
}

/** The session's secret in a Cookie header. */
export function sessionIn(header: string | undefined, secure: boolean): string | undefined {
  const start = `${cookieName(secure)}=`;
  return header
    ?.split(';')
    .map((it) => it.trim())
    .find((it) => it.startsWith(start))
    ?.slice(start.length);
}

/**
 * A Set-Cookie header. No script can read the session, and no other site can send it.
 *
 * Source: RFC 6265bis, section 4.1
 */
export function sessionCookie(secret: string, maxAge: number, secure: boolean): string {
  const rest = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAge}${secure ? '; Secure' : ''}`;
  return `${cookieName(secure)}=${secret}; ${rest}`;
}
