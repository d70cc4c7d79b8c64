import crypto, { createHash, createHmac } from 'node:crypto';

const algorithm = 'md5';

export function fingerprint(text) {
  // ruleid: weak-hash
  return createHash('md5').update(text).digest('hex');
}

export function signature(text, key) {
  // ruleid: weak-hash
  const old = createHmac('SHA1', key).update(text).digest('hex');
  // ok: weak-hash
  const now = createHmac('sha256', key).update(text).digest('hex');
  return { old, now };
}

export function configured(text, options) {
  // ruleid: weak-hash
  const fixed = crypto.createHash(algorithm).update(text);
  // ok: weak-hash
  const chosen = crypto.createHash(options.algorithm).update(text);
  return [fixed, chosen];
}
