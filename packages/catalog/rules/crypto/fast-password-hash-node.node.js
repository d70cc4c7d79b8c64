import crypto from 'node:crypto';

export function register(user, password) {
  // ruleid: fast-password-hash-node
  user.hash = crypto.createHash('sha256').update(password).digest('hex');
  return user.save();
}

export function check(user, body) {
  const hash = crypto.createHash('md5');
  // ruleid: fast-password-hash-node
  hash.update(body.password);
  return user.hash === hash.digest('hex');
}

export function salted(user, newPassword) {
  // ruleid: fast-password-hash-node
  return crypto.createHash('sha512').update(user.salt + newPassword).digest('hex');
}

export async function safe(file, password, passwordResetLink) {
  // ok: fast-password-hash-node
  const etag = crypto.createHash('sha256').update(file).digest('hex');
  // ok: fast-password-hash-node
  const link = crypto.createHash('sha256').update(passwordResetLink).digest();
  // ok: fast-password-hash-node
  const slow = crypto.scryptSync(password, crypto.randomBytes(16), 64);
  return { etag, link, slow };
}
