import crypto from 'node:crypto';
import NodeRSA from 'node-rsa';

export function pair() {
  // ruleid: short-key-node
  return crypto.generateKeyPairSync('rsa', { modulusLength: 1024, publicExponent: 65537 });
}

export function library() {
  // ruleid: short-key-node
  return new NodeRSA({ b: 512 });
}

export function safe(bits) {
  // ok: short-key-node
  crypto.generateKeyPairSync('rsa', { modulusLength: bits });
  // ok: short-key-node
  crypto.generateKeyPairSync('ed25519');
  // ok: short-key-node
  return crypto.generateKeyPairSync('rsa', { modulusLength: 3072 });
}
