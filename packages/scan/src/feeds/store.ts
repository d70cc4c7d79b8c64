import { createHash, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '@plumbline/core';
import type { Advisory, AdvisorySource, Attacks, Lifecycles, Scorecard } from '@plumbline/sca';
import { readEpss, readKev } from './attacks.ts';
import { unpackLifecycles, unpackScorecards } from './health-data.ts';
import { filesOf, isForeign, manifestName, readManifest, type Manifest } from './pack-format.ts';
import { damaged, isMissing, openPack, type PackReader } from './pack-reader.ts';
import { isSigned } from './signature.ts';

/** An open store. */
export interface AdvisoryStore extends AdvisorySource {
  readonly manifest: Manifest;
  /** Shape: the first, and the one that lies over it. */
  readonly packs: readonly PackReader[];
  /** Until when products are supported; undefined when nobody has fetched that. Read when it is asked for. */
  lifecycles(): Lifecycles | undefined;
  scorecardOf(repository: string): Scorecard | undefined;
  close(): void;
}

/**
 * Opens the imported advisories for reading: the manifest and the indices, half a megabyte for all of OSV. Everything
 * else is read when it is asked for. With a key, the signature and every byte are checked first.
 *
 * Errors: undefined when nothing was imported or another version of the store is there; `archive-invalid` for a store
 *         that is damaged; `signature-invalid`.
 */
export function openAdvisories(folder: string, key?: KeyObject): AdvisoryStore | undefined {
  // An import that ends just now may take the files away between the two steps; then its manifest is there.
  return tryOpen(folder, key) ?? tryOpen(folder, key);
}

/** The manifest of a folder; undefined when there is none that can be used. */
export function manifestIn(folder: string): Manifest | undefined {
  return readManifest(readIfThere(join(folder, manifestName))?.toString('utf8') ?? '');
}

/** Whether there are advisories that another version of this program has stored: they are of no use. */
export function isOutdated(folder: string): boolean {
  return isForeign(readIfThere(join(folder, manifestName))?.toString('utf8') ?? '');
}

function tryOpen(folder: string, key: KeyObject | undefined): AdvisoryStore | undefined {
  const manifest = manifestIn(folder);
  if (!manifest) return undefined;
  if (key) {
    checkSignature(folder, manifest, key);
    for (const { name, sha256 } of filesOf(manifest)) {
      const bytes = readIfThere(join(folder, name));
      if (!bytes) return undefined;
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw damaged(folder);
    }
  }
  const packs: PackReader[] = [];
  try {
    for (const it of manifest.packs) {
      const pack = openPack(folder, it);
      if (!pack) return undefined;
      packs.push(pack);
    }
    return storeOf(folder, manifest, packs.splice(0));
  } finally {
    for (const it of packs) it.close();
  }
}

/** Errors: `signature-invalid` */
function checkSignature(folder: string, manifest: Manifest, key: KeyObject): void {
  if (isSigned(manifest, key)) return;
  const message =
    manifest.signature === undefined
      ? 'a key is set, and they are not signed (plumb db sign)'
      : 'their signature is not one by the key that is set';
  throw new UserError('signature-invalid', { path: folder, message });
}

function storeOf(folder: string, manifest: Manifest, packs: readonly PackReader[]): AdvisoryStore {
  const [base, over] = packs;
  const hidden = over?.states() ?? new Map();
  const isSeen = ({ id }: Advisory): boolean => !hidden.has(id);
  return {
    manifest,
    packs,
    count: manifest.records,
    builtAt: manifest.builtAt,
    lookup(ecosystem, name, distribution) {
      const below = base?.lookup(ecosystem, name, distribution) ?? [];
      return over ? [...below.filter(isSeen), ...over.lookup(ecosystem, name, distribution)] : below;
    },
    attacksOn: attacksIn(folder, manifest),
    ...healthIn(folder, manifest),
    close() {
      for (const it of packs) it.close();
    },
  };
}

/** The files are read when the first vulnerability is found. */
function attacksIn(folder: string, { data }: Manifest): (id: string) => Attacks | undefined {
  let find: ((id: string) => Attacks | undefined) | undefined;
  const load = (): ((id: string) => Attacks | undefined) => {
    const epssOf = data['epss'] && readData(folder, data['epss']);
    const kevOf = data['kev'] ? readKev(readData(folder, data['kev'])) : undefined;
    return (id) => {
      const [epss, kev] = [epssOf && readEpss(epssOf, id), kevOf?.(id)];
      return epss || kev ? { ...(epss ? { epss } : {}), ...(kev ? { kev } : {}) } : undefined;
    };
  };
  return (id) => (find ??= load())(id);
}

/** The files are read when somebody asks. */
function healthIn(folder: string, { data }: Manifest): Pick<AdvisoryStore, 'lifecycles' | 'scorecardOf'> {
  let find: AdvisoryStore['scorecardOf'] | undefined;
  const { endoflife, scorecard } = data;
  return {
    lifecycles: () => endoflife && unpackLifecycles(readData(folder, endoflife)),
    scorecardOf: (repository) =>
      (find ??= scorecard ? unpackScorecards(readData(folder, scorecard)) : () => undefined)(repository),
  };
}

function readData(folder: string, { name, sha256 }: Manifest['data'][string]): Buffer {
  const bytes = readIfThere(join(folder, name));
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256) throw damaged(folder);
  return bytes;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
