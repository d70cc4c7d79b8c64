export function headers(req, res, next) {
  // ruleid: csp-unsafe-inline
  res.setHeader('Content-Security-Policy', "default-src 'self'; script-src 'self' 'unsafe-inline'");
  // ruleid: csp-unsafe-inline
  res.setHeader('Content-Security-Policy', "script-src 'self' 'unsafe-eval'");
  // ok: csp-unsafe-inline
  res.setHeader('Content-Security-Policy', "script-src 'self'; style-src 'self' 'unsafe-inline'");
  // ok: csp-unsafe-inline
  res.setHeader('X-Note', "'unsafe-inline'");
  next();
}
