import { decode } from '../text/decode.ts';
import type { Budget } from './budget.ts';
import { asciiIn, partOf, type ByteSource } from './byte-source.ts';
import { cleanName } from './name.ts';
import type { ArchiveEntry, OpenArchive } from './open-archive.ts';

/** More than any archive of a package or a program has. */
const maxEntries = 500_000;
/** Units: bytes. */
const maxLongName = 64 * 1024;
const block = 512;

/**
 * A tar archive: one file behind the other, each behind a block that says what it is. It ends where the archive does, or
 * where it stops to make sense. Undefined for bytes that do not begin as one.
 *
 * Source: POSIX.1-2024, pax, "ustar Interchange Format" and "pax Extended Header"; long names as GNU tar writes them
 */
export function openTar(
  source: ByteSource,
  budget: Budget,
  isWanted: (name: string) => boolean,
): OpenArchive | undefined {
  if (sizeIn(source.read(0, block).slice()) === undefined) return undefined;
  const entries: ArchiveEntry[] = [];
  let seen = 0;
  for (const { name, content } of filesIn(source)) {
    seen++;
    if (isWanted(name)) entries.push(entryOf(name, content));
  }
  const isTooMuch = !budget.takeEntries(entries.length);
  if (isTooMuch) return { entries: [], cut: 'nothing is read: there is too much in the file' };
  return { entries, cut: seen >= maxEntries ? `only ${seen} of its entries are looked at` : undefined };
}

function* filesIn(source: ByteSource): Iterable<{ readonly name: string; readonly content: ByteSource }> {
  let longName: string | undefined;
  for (let at = 0, count = 0; at + block <= source.size && count < maxEntries; count++) {
    const head = source.read(at, block).slice();
    const size = sizeIn(head);
    if (head[0] === 0 || size === undefined) return;
    const kind = asciiIn(head, 156, 1);
    const content = partOf(source, at + block, size);
    at += block + Math.ceil(size / block) * block;
    if (kind === 'L' || kind === 'x') longName = longNameIn(kind, content) ?? longName;
    if (kind !== '0' && kind !== '\0') continue;
    yield { name: cleanName(longName ?? nameIn(head)), content };
    longName = undefined;
  }
}

function entryOf(name: string, content: ByteSource): ArchiveEntry {
  const why = `is not read: it has ${(content.size / 2 ** 20).toFixed(1)} MiB`;
  return {
    name,
    size: content.size,
    isCopied: false,
    unpack: (limit) => (content.size > limit ? { is: 'unread', why } : { is: 'read', content }),
    head: (count) => content.read(0, count),
  };
}

function nameIn(head: Uint8Array): string {
  const prefix = asciiIn(head, 257, 6) === 'ustar\0' ? textIn(head, 345, 155) : '';
  const name = textIn(head, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Of an entry that stands in front of the one that it is about. */
function longNameIn(kind: 'L' | 'x', content: ByteSource): string | undefined {
  const text = decode(content.read(0, Math.min(content.size, maxLongName)).slice());
  return kind === 'L' ? text.split('\0')[0] : /(?:^|\n)\d+ path=([^\n]*)\n/.exec(text)?.[1];
}

function textIn(bytes: Uint8Array, at: number, length: number): string {
  const end = bytes.indexOf(0, at);
  return decode(bytes.subarray(at, Math.min(at + length, end === -1 ? bytes.length : Math.max(at, end))));
}

/** Octal digits, or where these do not do a number of 88 bits behind a mark. */
function sizeIn(head: Uint8Array): number | undefined {
  if (head[124] === 0x80) return head.subarray(128, 136).reduce((sum, it) => sum * 256 + it, 0);
  const text = textIn(head, 124, 12).trim();
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : undefined;
}
