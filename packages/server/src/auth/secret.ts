import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits. The prefix lets a secret scanner know what it has found. */
export function newSecret(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** What the database keeps of a secret. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
