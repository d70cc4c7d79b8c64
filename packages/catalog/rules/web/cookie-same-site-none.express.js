import session from 'express-session';

export function login(req, res) {
  // ruleid: cookie-same-site-none
  res.cookie('session', req.session.id, { httpOnly: true, secure: true, sameSite: 'none' });
  // ruleid: cookie-same-site-none
  res.cookie('theme', 'dark', { sameSite: false });
}

export function safe(req, res, app, site) {
  // ok: cookie-same-site-none
  res.cookie('session', req.session.id, { httpOnly: true, secure: true, sameSite: 'lax' });
  // ok: cookie-same-site-none
  res.cookie('theme', 'dark', { sameSite: site });
  // ok: cookie-same-site-none
  app.use(session({ secret: site, cookie: { secure: true, sameSite: 'strict' } }));
}
