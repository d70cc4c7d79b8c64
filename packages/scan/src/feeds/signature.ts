import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { UserError } from '@plumbline/core';
import type { Manifest } from './pack-format.ts';

/**
 * A key of who signs the store: his own, made by `openssl genpkey -algorithm ed25519`. Nobody else has one.
 *
 * Errors: `key-invalid`
 */
export function readKey(pem: string, kind: 'private' | 'public', path: string): KeyObject {
  let key: KeyObject;
  try {
    // A public key can be taken from a private one; who checks has no business with that.
    if (kind === 'public' && pem.includes('PRIVATE KEY')) throw new Error('it is the private key');
    key = kind === 'private' ? createPrivateKey(pem) : createPublicKey(pem);
  } catch (error) {
    throw new UserError('key-invalid', { path, message: error instanceof Error ? error.message : String(error) });
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new UserError('key-invalid', { path, message: `it is of kind ${key.asymmetricKeyType ?? 'secret'}` });
}

/** The manifest with its signature. It names the hash of every file, so that these are signed, too. */
export function signed(manifest: Manifest, key: KeyObject): Manifest {
  const { signature: _, ...bare } = manifest;
  return { ...bare, signature: sign(undefined, signedBytes(bare), key).toString('base64') };
}

export function isSigned({ signature, ...bare }: Manifest, key: KeyObject): boolean {
  return signature !== undefined && verify(undefined, signedBytes(bare), key, Buffer.from(signature, 'base64'));
}

/** JSON with the keys of all objects in order, so that who reads and writes it changes nothing. */
function signedBytes(value: Omit<Manifest, 'signature'>): Buffer {
  return Buffer.from(
    JSON.stringify(value, (_, it: unknown) =>
      typeof it === 'object' && it !== null && !Array.isArray(it)
        ? Object.fromEntries(Object.entries(it).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : it,
    ),
  );
}
