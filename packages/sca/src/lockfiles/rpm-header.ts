/**
 * The header of an RPM package, as all of RPM's databases hold it: a table of entries (tag, type, offset, count), then the
 * values that they point to. Numbers are big-endian.
 *
 * Source: https://rpm-software-management.github.io/rpm/manual/hregions.html, https://refspecs.linuxbase.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/pkgformat.html
 */
import { decode } from '../text/decode.ts';

/** Source: include/rpm/rpmtag.h */
export const rpmTags = {
  name: 1000,
  version: 1001,
  release: 1002,
  epoch: 1003,
  license: 1014,
  arch: 1022,
  oldFiles: 1027,
  source: 1044,
  provides: 1047,
  requires: 1049,
  folderOfFile: 1116,
  fileNames: 1117,
  folders: 1118,
} as const;

export interface RpmHeader {
  /** The first string of a tag; empty when there is none. */
  text(tag: number): string;
  texts(tag: number): readonly string[];
  numbers(tag: number): readonly number[];
}

interface Entry {
  readonly type: number;
  readonly offset: number;
  readonly count: number;
}

/** Source: include/rpm/rpmtag.h, rpmTagType_e */
const int32 = 4;
const stringTypes: readonly number[] = [6, 8, 9];

/** Far above any real package: a kernel has 10,000 files in 70 tags. */
const maxEntries = 65_536;
const maxCount = 2_000_000;

/** Reads a header; undefined for bytes that are none. */
export function readRpmHeader(bytes: Uint8Array): RpmHeader | undefined {
  if (bytes.length < 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [count, length] = [view.getUint32(0), view.getUint32(4)];
  const start = 8 + count * 16;
  if (count === 0 || count > maxEntries || start + length > bytes.length) return undefined;
  const entries = new Map<number, Entry>();
  for (let at = 8; at < start; at += 16) {
    const [tag, type, offset] = [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8)];
    if (offset < length && !entries.has(tag)) entries.set(tag, { type, offset, count: view.getUint32(at + 12) });
  }
  const data = bytes.subarray(start, start + length);
  const texts = (tag: number, most = maxCount): readonly string[] => {
    const entry = entries.get(tag);
    return entry && stringTypes.includes(entry.type) ? strings(data, entry, most) : [];
  };
  return {
    text: (tag) => texts(tag, 1)[0] ?? '',
    texts,
    numbers(tag) {
      const entry = entries.get(tag);
      return entry?.type === int32 ? integers(data, entry) : [];
    },
  };
}

function strings(data: Uint8Array, { offset, count }: Entry, most: number): readonly string[] {
  const found: string[] = [];
  for (let at = offset; found.length < Math.min(count, most) && at < data.length;) {
    const end = data.indexOf(0, at);
    const stop = end === -1 ? data.length : end;
    found.push(decode(data.subarray(at, stop)));
    at = stop + 1;
  }
  return found;
}

function integers(data: Uint8Array, { offset, count }: Entry): readonly number[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const fitting = Math.min(count, maxCount, Math.floor((data.length - offset) / 4));
  return Array.from({ length: Math.max(0, fitting) }, (_, at) => view.getUint32(offset + at * 4));
}
