import { gunzipSync } from 'node:zlib';
import { UserError } from '@plumbline/core';
import { packEpss, packKev } from './attacks.ts';
import { validatorsOf, type FetchOptions } from './fetch-osv.ts';
import { packLifecycles, packScorecards } from './health-data.ts';
import type { Source } from './pack-format.ts';
import type { SourceKind } from './sources.ts';
import { fetchBytes } from './web/fetch.ts';

/** Data that is no advisory, packed as it is kept. */
export interface Packed {
  readonly bytes: Buffer;
  readonly records: number;
  readonly extension: string;
  readonly state: Pick<Source, 'url' | 'bytes' | 'sha256' | 'etag' | 'lastModified'>;
}

type DataKind = Exclude<SourceKind, 'osv' | 'malicious'>;

/** Units: bytes, packed and unpacked. EPSS has 20 MB unpacked. */
const largest = 1024 ** 3;

/** How each kind is read; undefined for what is not of its kind. */
const readers: Readonly<
  Record<
    DataKind,
    (text: string) => { readonly bytes: Buffer; readonly records: number; readonly extension: string } | undefined
  >
> = {
  epss(text) {
    const packed = packEpss(text);
    return packed && { ...packed, extension: 'bin' };
  },
  kev(text) {
    const packed = packKev(parsed(text));
    return packed && { ...packed, extension: 'json' };
  },
  endoflife(text) {
    const packed = packLifecycles(parsed(text));
    return packed && { ...packed, extension: 'json' };
  },
  scorecard(text) {
    const packed = packScorecards(text);
    return packed && { ...packed, extension: 'tsv' };
  },
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is not JSON is nothing of what is looked for.
    return undefined;
  }
}

/** Shape: undefined when nothing has changed. Errors: `download-failed`, also for what is not of this kind. */
export async function fetchData(kind: DataKind, url: string, options: FetchOptions): Promise<Packed | undefined> {
  const { known, web } = options;
  const { fetched, bytes } = await fetchBytes({ url, most: largest, known: validatorsOf(known, url) }, web);
  if (fetched.is === 'same') return undefined;
  const packed = readers[kind](textOf(bytes, url));
  if (!packed) throw new UserError('download-failed', { url, message: `what is there is no data of ${kind}` });
  return { ...packed, state: { url, bytes: fetched.bytes, sha256: fetched.sha256, ...fetched.validators } };
}

function textOf(bytes: Buffer, url: string): string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes, { maxOutputLength: largest }).toString('utf8');
  } catch (error) {
    // Damaged, or larger than anything of its kind.
    throw new UserError('download-failed', { url, message: error instanceof Error ? error.message : String(error) });
  }
}
