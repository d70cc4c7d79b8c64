import express from 'express';
import session from 'express-session';

const app = express();
const safe = { httpOnly: true, secure: true, sameSite: 'lax' };

// ruleid: insecure-cookie
app.use(session({ secret: process.env.SESSION_SECRET, cookie: { secure: false } }));
// ok: insecure-cookie
app.use(session({ secret: process.env.SESSION_SECRET, cookie: { secure: true } }));

app.post('/login', (req, res) => {
  // ruleid: insecure-cookie
  res.cookie('session', newSession());
  // ruleid: insecure-cookie
  res.cookie('session', newSession(), { httpOnly: true });
  // ruleid: insecure-cookie
  res.cookie('session', newSession(), { httpOnly: false, secure: true });
  // ok: insecure-cookie
  res.cookie('session', newSession(), { httpOnly: true, secure: true });
  // ok: insecure-cookie
  res.cookie('session', newSession(), safe);
  // ok: insecure-cookie
  res.cookie('theme', 'dark', { ...safe, maxAge: 1000 });
  res.end();
});

app.post('/settings', (req, res) => {
  // ok: insecure-cookie
  res.status(200).cookie('settings', 'x', req.app.locals.cookieOptions);
});

function newSession() {
  return crypto.randomUUID();
}
