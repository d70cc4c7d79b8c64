import jwt from 'jsonwebtoken';

export function login(user, key) {
  // ruleid: jwt-without-expiry
  return jwt.sign({ id: user.id }, key);
}

export function asymmetric(user, key) {
  // ruleid: jwt-without-expiry
  return jwt.sign({ id: user.id }, key, { algorithm: 'RS256' });
}

export function safe(user, key, claims, expiresIn, settings) {
  // ok: jwt-without-expiry
  jwt.sign({ id: user.id, exp: Math.floor(Date.now() / 1000) + 900 }, key);
  // ok: jwt-without-expiry
  jwt.sign({ id: user.id }, key, { expiresIn });
  // ok: jwt-without-expiry
  jwt.sign({ id: user.id }, key, { ...settings, algorithm: 'RS256' });
  // ok: jwt-without-expiry
  jwt.sign(claims, key);
  // ok: jwt-without-expiry
  return jwt.sign({ id: user.id }, key, { expiresIn: '15m' });
}
