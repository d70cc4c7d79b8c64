/**
 * Reads one table of an SQLite database: enough of the format for the headers in rpmdb.sqlite. A table is a B-tree of pages
 * whose leaves hold records; what is too long for a page goes on in a chain of others. Pages that were written, and not yet
 * brought into the database, are in the log beside it.
 *
 * Source: https://www.sqlite.org/fileformat2.html
 */
import { decode } from '../text/decode.ts';
import { walIn } from './sqlite-log.ts';

interface Pages {
  /** Units: bytes of a page that may be used. */
  readonly usable: number;
  readonly count: number;
  page(number: number): Uint8Array | undefined;
}

/** Units: bytes. RPM's largest headers have some megabytes. */
const longestRecord = 64 * 1024 * 1024;

function isSqlite(bytes: Uint8Array): boolean {
  return bytes.length >= 100 && decode(bytes.subarray(0, 15)) === 'SQLite format 3';
}

/**
 * The blobs in the second column of a table; undefined when there is no such table.
 *
 * Errors: what is damaged ends its branch of the tree: the blobs of the others are there.
 */
export function blobsOf(table: string, bytes: Uint8Array, log?: Uint8Array): readonly Uint8Array[] | undefined {
  const pages = pagesOf(bytes, log);
  if (!pages) return undefined;
  for (const record of recordsBelow(1, pages)) {
    const [type, name, , root] = valuesOf(record);
    if (type instanceof Uint8Array && name instanceof Uint8Array && typeof root === 'number') {
      if (decode(type) === 'table' && decode(name) === table) return blobsBelow(root, pages);
    }
  }
  return undefined;
}

function blobsBelow(root: number, pages: Pages): readonly Uint8Array[] {
  const blobs: Uint8Array[] = [];
  for (const record of recordsBelow(root, pages)) {
    const blob = valuesOf(record)[1];
    if (blob instanceof Uint8Array) blobs.push(blob);
  }
  return blobs;
}

function pagesOf(bytes: Uint8Array, log: Uint8Array | undefined): Pages | undefined {
  if (!isSqlite(bytes)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const written = view.getUint16(16);
  const size = written === 1 ? 65_536 : written;
  if (size < 512 || (size & (size - 1)) !== 0) return undefined;
  const logged = log ? walIn(log, size) : new Map<number, Uint8Array>();
  const count = Math.max(Math.floor(bytes.length / size), ...logged.keys());
  return {
    usable: size - view.getUint8(20),
    count,
    page(number) {
      if (number < 1 || number > count) return undefined;
      const found = logged.get(number) ?? bytes.subarray((number - 1) * size, number * size);
      return found.length === size ? found : undefined;
    },
  };
}

const interior = 0x05;
const leaf = 0x0d;

/** The records of a tree of pages, each page visited once. */
function* recordsBelow(root: number, pages: Pages): Iterable<Uint8Array> {
  const seen = new Set<number>();
  const open = [root];
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    const page = seen.has(number) ? undefined : pages.page(number);
    seen.add(number);
    if (!page) continue;
    const view = viewOf(page);
    // The first page begins with the database's own header.
    const head = number === 1 ? 100 : 0;
    const type = page[head];
    if (type !== interior && type !== leaf) continue;
    const cells = cellsOf(view, head, type);
    if (type === interior) {
      const children = cells.flatMap((at) => (at + 4 <= page.length ? [view.getUint32(at)] : []));
      open.push(view.getUint32(head + 8), ...children.toReversed());
      continue;
    }
    for (const at of cells) {
      const record = recordAt(page, at, pages);
      if (record) yield record;
    }
  }
}

function cellsOf(view: DataView, head: number, type: number): readonly number[] {
  const first = head + (type === interior ? 12 : 8);
  const count = Math.min(view.getUint16(head + 3), Math.floor((view.byteLength - first) / 2));
  return Array.from({ length: count }, (_, at) => view.getUint16(first + at * 2));
}

/** The record of a leaf's cell, with what went over into other pages. */
function recordAt(page: Uint8Array, cell: number, pages: Pages): Uint8Array | undefined {
  const [length, afterLength] = varintAt(page, cell);
  const [, start] = varintAt(page, afterLength);
  if (length > longestRecord || length > pages.count * pages.usable) return undefined;
  const { usable } = pages;
  if (length <= usable - 35) return page.subarray(start, start + length);
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (usable - 4));
  const local = fitting <= usable - 35 ? fitting : least;
  if (start + local + 4 > page.length) return undefined;
  const record = new Uint8Array(length);
  record.set(page.subarray(start, start + local));
  let next = viewOf(page).getUint32(start + local);
  for (let at = local; at < length;) {
    const more = pages.page(next);
    if (!more) return undefined;
    const part = more.subarray(4, 4 + Math.min(usable - 4, length - at));
    record.set(part, at);
    at += part.length;
    next = viewOf(more).getUint32(0);
  }
  return record;
}

type Value = number | Uint8Array | undefined;

/** Units: columns. A table of RPM's has two, the list of tables five. */
const maxColumns = 8;

/** Units: bytes, by the code of an integer. */
const integerSizes: readonly number[] = [0, 1, 2, 3, 4, 6, 8];

/** The columns of a record: integers, and texts and blobs as bytes. */
function valuesOf(record: Uint8Array): readonly Value[] {
  const [headEnd, first] = varintAt(record, 0);
  const values: Value[] = [];
  let at = headEnd;
  for (let head = first; head < headEnd && values.length < maxColumns;) {
    const [code, next] = varintAt(record, head);
    head = next;
    const size = code >= 12 ? Math.floor((code - 12) / 2) : code === 7 ? 8 : (integerSizes[code] ?? 0);
    values.push(valueAt(record.subarray(at, at + size), code));
    at += size;
  }
  return values;
}

function valueAt(bytes: Uint8Array, code: number): Value {
  if (code >= 12) return bytes;
  if (code === 8 || code === 9) return code - 8;
  // Numbers of pages are positive, and far below what six bytes hold.
  return code >= 1 && code <= 6 ? bytes.reduce((sum, it) => sum * 256 + it, 0) : undefined;
}

/** A number in groups of seven bits, the highest first; nine bytes at most. */
function varintAt(bytes: Uint8Array, start: number): [value: number, next: number] {
  let value = 0;
  for (let at = 0; at < 9; at += 1) {
    const byte = bytes[start + at];
    if (byte === undefined) break;
    if (at === 8) return [value * 256 + byte, start + 9];
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, start + at + 1];
  }
  return [value, start + 9];
}

function viewOf(page: Uint8Array): DataView {
  return new DataView(page.buffer, page.byteOffset, page.byteLength);
}
