import { asciiIn } from './byte-source.ts';
import { cleanName } from './name.ts';

export interface TarEntry {
  /** Cleaned, as in a zip archive. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** More than any package has. */
const maxEntries = 200_000;
const block = 512;

/**
 * The files of a tar archive in memory, in order; it ends where the archive does, or stops to make sense.
 *
 * Long names of GNU and pax stand in an entry of their own in front; what is longer than a header's 100 characters is
 * packaged by neither npm, cargo nor gem at the places that are looked for, so these entries are passed over.
 *
 * Source: POSIX.1-2024, pax, "ustar Interchange Format"
 */
export function* readTar(bytes: Uint8Array): Iterable<TarEntry> {
  for (let at = 0, count = 0; at + block <= bytes.length && count < maxEntries; count++) {
    const size = numberIn(bytes, at + 124, 12);
    if (bytes[at] === 0 || Number.isNaN(size)) return;
    const kind = asciiIn(bytes, at + 156, 1);
    if (kind === '0' || kind === '\0') {
      const prefix = asciiIn(bytes, at + 257, 5) === 'ustar' ? textIn(bytes, at + 345, 155) : '';
      const name = textIn(bytes, at, 100);
      const content = bytes.subarray(at + block, at + block + size);
      yield { name: cleanName(prefix === '' ? name : `${prefix}/${name}`), bytes: content };
    }
    at += block + Math.ceil(size / block) * block;
  }
}

function textIn(bytes: Uint8Array, at: number, length: number): string {
  return asciiIn(bytes, at, length).split('\0')[0]!;
}

/** Octal digits. Larger numbers have another form, which no package needs. */
function numberIn(bytes: Uint8Array, at: number, length: number): number {
  const text = textIn(bytes, at, length).trim();
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number.NaN;
}
