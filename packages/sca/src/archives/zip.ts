import { decode } from '../text/decode.ts';
import { numbersIn, partOf, type ByteSource, type Numbers } from './byte-source.ts';
import { cleanName } from './name.ts';

/** An entry of a zip archive, as its directory has it. Units: bytes. */
export interface ZipEntry {
  /** Cleaned: relative, with `/`, without `..`. */
  readonly name: string;
  readonly packed: number;
  /** What it says that it unpacks to. */
  readonly size: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Where its own header is in the archive. */
  readonly offset: number;
}

export interface ZipDirectory {
  /** In the order of the directory, folders and what nobody reads left out. */
  readonly entries: readonly ZipEntry[];
  /** Why entries are missing. */
  readonly cut: string | undefined;
}

/** Units: entries of one archive. The largest known jars have 100,000. */
const maxEntries = 500_000;
/** Units: bytes. */
const maxDirectory = 64 * 2 ** 20;

/**
 * The directory of a zip archive; undefined for bytes that are none.
 *
 * It stands at the end, so an archive may have anything in front of it: a shell script, a program. The directory alone is
 * believed, as programs that run archives do; of an entry's own header only the length counts.
 *
 * Shape:  `isWanted` is asked with names as they are written, so that classes by the ten thousand cost nothing.
 * Source: APPNOTE.TXT 6.3.10, 4.3, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function readZip(source: ByteSource, isWanted: (name: string) => boolean): ZipDirectory | undefined {
  const end = endOf(source);
  if (!end) return undefined;
  const shift = shiftOf(source, end);
  const start = end.offset + shift;
  // It ends where its end is, whatever size it says.
  const bytes = source.read(start, Math.max(0, Math.min(end.at - start, maxDirectory))).slice();
  const data = numbersIn(bytes);
  const entries: ZipEntry[] = [];
  let seen = 0;
  let next = 0;
  for (; seen < Math.min(end.count, maxEntries) && data.u32(next) === entryMark; seen++) {
    const length = data.u16(next + 28);
    const last = next + 46 + length;
    if (last > bytes.length) break;
    const isFolder = bytes[last - 1] === 0x2f;
    const name = isFolder || isClass(bytes, last) ? '' : decode(bytes.subarray(next + 46, last));
    if (name !== '' && isWanted(name)) entries.push(entryAt(data, next, { name, shift }));
    next = last + data.u16(next + 30) + data.u16(next + 32);
  }
  return { entries, cut: seen < end.count ? `only ${seen} of its ${end.count} entries could be read` : undefined };
}

const entryMark = 0x02014b50;

/** What stands in front of an archive may or may not be counted in its offsets: the directory is where an entry is. */
function shiftOf(source: ByteSource, { at, size, offset }: End): number {
  const shift = Math.max(0, at - size - offset);
  const isAt = (start: number): boolean => numbersIn(source.read(start, 4)).u32(0) === entryMark;
  return isAt(offset) ? 0 : shift;
}

/** `.class`: most of what archives have, and nobody reads. */
function isClass(bytes: Uint8Array, end: number): boolean {
  return bytes[end - 1] === 0x73 && bytes[end - 5] === 0x63 && bytes[end - 6] === 0x2e;
}

interface End {
  /** Where the directory ends. */
  readonly at: number;
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

/** Source: 4.3.16 "End of central directory record". A comment of up to 65,535 bytes may stand behind it. */
function endOf(source: ByteSource): End | undefined {
  const start = Math.max(0, source.size - 22 - 65_535);
  const bytes = source.read(start, source.size - start).slice();
  const data = numbersIn(bytes);
  for (let at = bytes.length - 22; at >= 0; at--) {
    if (data.u32(at) !== 0x06054b50 || at + 22 + data.u16(at + 20) > bytes.length) continue;
    const end = { at: start + at, count: data.u16(at + 10), size: data.u32(at + 12), offset: data.u32(at + 16) };
    const large = end.count === 0xffff || end.size === 0xffffffff || end.offset === 0xffffffff;
    return (large ? largeEnd(source, start + at) : undefined) ?? end;
  }
  return undefined;
}

/** Source: 4.3.14 and 4.3.15, ZIP64 */
function largeEnd(source: ByteSource, before: number): End | undefined {
  const locator = numbersIn(source.read(before - 20, 20).slice());
  if (before < 20 || locator.u32(0) !== 0x07064b50) return undefined;
  // Right in front of its locator, if what stands in front of the archive is not counted.
  for (const at of [locator.u64(8), before - 20 - 56]) {
    const data = numbersIn(source.read(at, 56).slice());
    if (at >= 0 && data.u32(0) === 0x06064b50) {
      return { at, count: data.u64(32), size: data.u64(40), offset: data.u64(48) };
    }
  }
  return undefined;
}

/** Source: 4.3.12 "Central directory structure" */
function entryAt(
  data: Numbers,
  at: number,
  { name, shift }: { readonly name: string; readonly shift: number },
): ZipEntry {
  const entry = { packed: data.u32(at + 20), size: data.u32(at + 24), offset: data.u32(at + 42) };
  const whole = { ...entry, ...largeValues(data, at, entry) };
  return {
    name: cleanName(name),
    packed: whole.packed,
    size: whole.size,
    method: data.u16(at + 10),
    isEncrypted: (data.u16(at + 8) & 1) !== 0,
    offset: whole.offset + shift,
  };
}

/** Values that do not fit 32 bits, in the order of the record. Source: 4.5.3 "Zip64 Extended Information Extra Field" */
function largeValues(
  data: Numbers,
  at: number,
  small: Pick<ZipEntry, 'packed' | 'size' | 'offset'>,
): Partial<Pick<ZipEntry, 'packed' | 'size' | 'offset'>> {
  const start = at + 46 + data.u16(at + 28);
  const end = start + data.u16(at + 30);
  for (let field = start; field + 4 <= end; field += 4 + data.u16(field + 2)) {
    if (data.u16(field) !== 1) continue;
    const large = (['size', 'packed', 'offset'] as const).filter((it) => small[it] === 0xffffffff);
    return Object.fromEntries(large.map((it, index) => [it, data.u64(field + 4 + index * 8)]));
  }
  return {};
}

/** An entry's bytes as they lie in the archive; undefined when there is no entry where it should be. */
export function packedOf(source: ByteSource, entry: ZipEntry): ByteSource | undefined {
  const header = numbersIn(source.read(entry.offset, 30).slice());
  if (header.u32(0) !== 0x04034b50) return undefined;
  return partOf(source, entry.offset + 30 + header.u16(26) + header.u16(28), entry.packed);
}
