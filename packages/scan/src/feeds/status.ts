import { createHash, type KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { filesOf, type Manifest, type StoreFile } from './pack-format.ts';
import { isSigned } from './signature.ts';
import { manifestIn } from './store.ts';

/** What a folder of advisories says of itself. */
export interface AdvisoryStatus {
  readonly manifest: Manifest;
  /** Units: bytes on disk. */
  readonly bytes: number;
}

/** Undefined when nothing was imported, or by another version of this program. */
export function advisoryStatus(folder: string): AdvisoryStatus | undefined {
  const manifest = manifestIn(folder);
  return manifest && statusOf(manifest);
}

export function statusOf(manifest: Manifest): AdvisoryStatus {
  return { manifest, bytes: filesOf(manifest).reduce((sum, it) => sum + it.bytes, 0) };
}

export interface Verification extends AdvisoryStatus {
  /** Names of files that are not as they were written, or not there. */
  readonly damaged: readonly string[];
  /** `unchecked` when there is a signature and no key was given. */
  readonly signature: 'none' | 'unchecked' | 'good' | 'bad';
}

/** Checks every byte, and the signature when a key is given. */
export async function verifyAdvisories(folder: string, key?: KeyObject): Promise<Verification | undefined> {
  const status = advisoryStatus(folder);
  if (!status) return undefined;
  const damaged: string[] = [];
  for (const it of filesOf(status.manifest)) if (!(await isIntact(folder, it))) damaged.push(it.name);
  return { ...status, damaged, signature: signatureOf(status.manifest, key) };
}

function signatureOf(manifest: Manifest, key: KeyObject | undefined): Verification['signature'] {
  if (!key) return manifest.signature === undefined ? 'none' : 'unchecked';
  return isSigned(manifest, key) ? 'good' : 'bad';
}

async function isIntact(folder: string, { name, bytes, sha256 }: StoreFile): Promise<boolean> {
  const path = join(folder, name);
  if ((await stat(path).catch(() => undefined))?.size !== bytes) return false;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex') === sha256;
}
