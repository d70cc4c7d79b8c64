import jwt from 'jsonwebtoken';
import { Strategy as JwtStrategy } from 'passport-jwt';

export function check(token, key) {
  // ruleid: jwt-expiry-ignored
  return jwt.verify(token, key, { algorithms: ['RS256'], ignoreExpiration: true });
}

export function strategy(options, verify) {
  // ruleid: jwt-expiry-ignored
  return new JwtStrategy({ ...options, ignoreExpiration: true }, verify);
}

export function safe(token, key, options, verify, lenient) {
  // ok: jwt-expiry-ignored
  jwt.verify(token, key, { algorithms: ['RS256'], ignoreExpiration: false });
  // ok: jwt-expiry-ignored
  jwt.verify(token, key, { ignoreExpiration: lenient });
  // ok: jwt-expiry-ignored
  return new JwtStrategy({ ...options }, verify);
}
