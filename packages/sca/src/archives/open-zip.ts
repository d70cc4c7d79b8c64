import { inMemory, type ByteSource } from './byte-source.ts';
import type { Budget } from './budget.ts';
import { inflate } from './inflate.ts';
import type { OpenArchive, Unpacked } from './open-archive.ts';
import { packedOf, readZip, type ZipEntry } from './zip.ts';

/** Unpacks all of some deflated bytes, if they are not more than `limit`; undefined otherwise. */
export type Inflate = (packed: Uint8Array, limit: number) => Uint8Array | undefined;

/** More than so many times smaller is nothing but the same byte, over and over. Deflate can do 1,032. */
const maxRatio = 250;
/** Units: bytes. Below it a ratio harms nobody. */
const smallSize = 2 ** 20;

/** Undefined for bytes that are no zip archive. `fast` unpacks what is in order; what is wrong with the rest is told here. */
export function openZip(
  source: ByteSource,
  budget: Budget,
  isWanted: (name: string) => boolean,
  fast: Inflate = () => undefined,
): OpenArchive | undefined {
  const directory = readZip(source, isWanted);
  if (!directory) return undefined;
  const isTooMuch = !budget.takeEntries(directory.entries.length);
  // Entries that lie over each other are read again and again: no archive has more in it than its own size.
  let left = source.size;
  const unpack = (entry: ZipEntry, limit: number): Unpacked => {
    const why = whyNot(entry, limit);
    if (why !== undefined) return unread(why);
    left -= entry.packed;
    if (left < 0) return unread('is not read: entries of its archive lie over each other');
    const packed = packedOf(source, entry);
    if (!packed || packed.size < entry.packed) return unread('is not where the directory says');
    if (entry.method === 0) return { is: 'read', content: packed };
    if (!budget.takeBytes(entry.size)) return unread('is not read: too much was unpacked already');
    const content = packed.read(0, packed.size);
    const whole = fast(content, entry.size);
    if (whole) return { is: 'read', content: inMemory(whole) };
    const { bytes, is } = inflate(content, entry.size);
    if (is === 'whole') return { is: 'read', content: inMemory(bytes) };
    return unread(is === 'cut' ? 'is not read: it unpacks to more than it says' : 'is damaged');
  };
  const entries = directory.entries.map((it) => ({
    name: it.name,
    size: it.size,
    isCopied: it.method !== 0,
    unpack: (limit: number) => unpack(it, limit),
    head: (count: number) => headOf(source, it, count),
  }));
  if (isTooMuch) return { entries: [], cut: 'nothing is read: there is too much in the file' };
  return { entries, cut: directory.cut };
}

function headOf(source: ByteSource, entry: ZipEntry, count: number): Uint8Array {
  const packed = entry.isEncrypted ? undefined : packedOf(source, entry);
  if (!packed || (entry.method !== 0 && entry.method !== 8)) return new Uint8Array();
  // A block of codes comes first: it takes some hundred bytes.
  const first = packed.read(0, entry.method === 0 ? count : count + 1024);
  return entry.method === 0 ? first : inflate(first, count).bytes;
}

function whyNot({ isEncrypted, method, size, packed }: ZipEntry, limit: number): string | undefined {
  if (isEncrypted) return 'is encrypted';
  if (method !== 0 && method !== 8) return `is packed in a way that is not read (${method})`;
  const largest = Math.max(size, packed);
  if (largest > limit) return `is not read: it has ${mebibytes(largest)}, the limit is ${mebibytes(limit)}`;
  if (size > smallSize && size > packed * maxRatio) {
    return `is not read: it unpacks to ${Math.round(size / Math.max(1, packed))} times its size`;
  }
  return undefined;
}

function unread(why: string): Unpacked {
  return { is: 'unread', why };
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
