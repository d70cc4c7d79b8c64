import crypto from 'node:crypto';

const START = Buffer.from('0123456789abcdef');

export function encrypt(text, key) {
  // ruleid: static-iv-node
  const cipher = crypto.createCipheriv('aes-256-cbc', key, Buffer.alloc(16, 0));
  return cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
}

export function named(key) {
  // ruleid: static-iv-node
  return crypto.createCipheriv('aes-256-gcm', key, START);
}

export function literal(key) {
  // ruleid: static-iv-node
  return crypto.createCipheriv('aes-256-cbc', key, 'abcdefghijklmnop');
}

export function safe(text, key, stored) {
  const nonce = crypto.randomBytes(12);
  // ok: static-iv-node
  const cipher = crypto.createCipheriv('aes-256-gcm', key, nonce);
  // ok: static-iv-node
  crypto.createDecipheriv('aes-256-cbc', key, Buffer.from(stored, 'hex'));
  // ok: static-iv-node
  crypto.createCipheriv('aes-256-cbc', key, Buffer.from(stored, 'hex'));
  return cipher.update(text);
}
