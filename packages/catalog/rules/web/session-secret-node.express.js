import session from 'express-session';
import jwt from 'jsonwebtoken';

const SECRET = 'our-token-secret';

export function sessions(app) {
  // ruleid: session-secret-node
  app.use(session({ secret: 'keyboard dog', resave: false }));
}

export function token(user) {
  // ruleid: session-secret-node
  return jwt.sign({ id: user.id }, SECRET, { expiresIn: '1h' });
}

export function check(given) {
  // ruleid: session-secret-node
  return jwt.verify(given, 'our-token-secret', { algorithms: ['HS256'] });
}

export function safe(app, user, settings) {
  // ok: session-secret-node
  app.use(session({ secret: process.env.SESSION_SECRET, name: 'shop' }));
  // ok: session-secret-node
  app.use(session({ secret: settings.secret }));
  // ok: session-secret-node
  return jwt.sign({ id: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' });
}
