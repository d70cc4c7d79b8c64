/**
 * The values of a Berkeley DB hash: RPM's database of headers up to RHEL 8. Pages of a hash hold keys and values in turn;
 * a value that is too long for a page lies in a chain of others. Numbers are in the order of the machine that wrote them.
 *
 * Source: https://github.com/berkeleydb/libdb, src/dbinc/db_page.h
 */
const hashMagic = 0x061561;
const pageTypes = { hashUnsorted: 2, overflow: 7, hashMeta: 8, hash: 13 } as const;
const itemTypes = { keydata: 1, offpage: 3 } as const;
const headSize = 26;

/** Units: bytes. */
const longestValue = 64 * 1024 * 1024;

interface Database {
  readonly view: DataView;
  readonly little: boolean;
  readonly pageSize: number;
  /** Units: pages. */
  readonly count: number;
}

/** The values in it; undefined when it is no such database. */
export function berkeleyValues(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const database = databaseOf(bytes);
  if (!database) return undefined;
  const values: Uint8Array[] = [];
  // All values together are no larger than the file, or pages are told of twice.
  let budget = bytes.length;
  for (let number = 1; number < database.count; number += 1) {
    for (const it of valuesOn(number, database)) {
      budget -= it.length;
      if (budget < 0) return values;
      values.push(it);
    }
  }
  return values;
}

function databaseOf(bytes: Uint8Array): Database | undefined {
  if (bytes.length < 512) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = view.getUint32(12, true) === hashMagic;
  if ((!little && view.getUint32(12) !== hashMagic) || view.getUint8(25) !== pageTypes.hashMeta) return undefined;
  const pageSize = view.getUint32(20, little);
  if (pageSize < 512 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0) return undefined;
  return { view, little, pageSize, count: Math.floor(bytes.length / pageSize) };
}

/** Of each pair of items the second is the value. */
function* valuesOn(number: number, database: Database): Iterable<Uint8Array> {
  const { view, little, pageSize } = database;
  const start = number * pageSize;
  const type = view.getUint8(start + 25);
  if (type !== pageTypes.hash && type !== pageTypes.hashUnsorted) return;
  const count = Math.min(view.getUint16(start + 20, little), Math.floor((pageSize - headSize) / 2));
  for (let at = 1; at < count; at += 2) {
    const offset = view.getUint16(start + headSize + at * 2, little);
    // Items are laid down from the end of the page: one ends where the one before it begins.
    const end = view.getUint16(start + headSize + (at - 1) * 2, little);
    const value =
      offset < headSize || end > pageSize || offset >= end ? undefined : itemAt(start + offset, start + end, database);
    if (value) yield value;
  }
}

function itemAt(at: number, end: number, database: Database): Uint8Array | undefined {
  const { view, little } = database;
  const type = view.getUint8(at);
  if (type === itemTypes.keydata && end > at)
    return new Uint8Array(view.buffer, view.byteOffset + at + 1, end - at - 1);
  if (type !== itemTypes.offpage || at + 12 > end) return undefined;
  return chained(view.getUint32(at + 4, little), view.getUint32(at + 8, little), database);
}

/** The bytes of a chain of pages. */
function chained(first: number, length: number, { view, little, pageSize, count }: Database): Uint8Array | undefined {
  if (length > longestValue || length > count * pageSize) return undefined;
  const value = new Uint8Array(length);
  let number = first;
  for (let at = 0; at < length;) {
    const start = number * pageSize;
    if (number < 1 || number >= count || view.getUint8(start + 25) !== pageTypes.overflow) return undefined;
    const used = Math.min(view.getUint16(start + 22, little), pageSize - headSize, length - at);
    if (used === 0) return undefined;
    value.set(new Uint8Array(view.buffer, view.byteOffset + start + headSize, used), at);
    at += used;
    number = view.getUint32(start + 16, little);
  }
  return value;
}
