import crypto from 'node:crypto';

export function encrypt(text, iv) {
  // ruleid: hard-coded-key-node
  const cipher = crypto.createCipheriv('aes-256-cbc', 'my-key-of-32-characters-long-1234', iv);
  return cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
}

export function sign(body) {
  // ruleid: hard-coded-key-node
  return crypto.createHmac('sha256', 'shop-signing-key').update(body).digest('hex');
}

export function safe(text, iv, settings) {
  // ok: hard-coded-key-node
  crypto.createHmac('sha256', process.env.SIGNING_KEY).update(text);
  // ok: hard-coded-key-node
  crypto.createHash('sha256').update('not-a-key');
  // ok: hard-coded-key-node
  return crypto.createCipheriv('aes-256-gcm', Buffer.from(settings.key, 'base64'), iv);
}
