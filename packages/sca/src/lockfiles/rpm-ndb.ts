/**
 * RPM's own database of headers, Packages.db, as SUSE has it: pages of slots, each of which says in which blocks the header
 * of a package lies. Numbers are little-endian.
 *
 * Source: https://github.com/rpm-software-management/rpm, lib/backend/ndb/rpmpkg.c
 */
const pageSize = 4096;
const blockSize = 16;
const slotSize = 16;
/** The first slots of the first page are the database's own head. */
const headSize = 32;

const magics = { database: 0x506d7052, slot: 0x746f6c53, blob: 0x53626c42 } as const;

function isNdb(bytes: Uint8Array): boolean {
  return bytes.length >= pageSize && viewOf(bytes).getUint32(0, true) === magics.database;
}

/** The headers in it; undefined when it is no such database. Those whose blocks are damaged are left out. */
export function ndbBlobs(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  if (!isNdb(bytes)) return undefined;
  const view = viewOf(bytes);
  const end = Math.min(view.getUint32(12, true) * pageSize, bytes.length - slotSize + 1);
  const blobs = new Map<number, Uint8Array>();
  for (let at = headSize; at < end && view.getUint32(at, true) === magics.slot; at += slotSize) {
    const [number, block] = [view.getUint32(at + 4, true), view.getUint32(at + 8, true)];
    const blob = block === 0 ? undefined : blobAt(view, block * blockSize, number);
    if (blob) blobs.set(number, blob);
  }
  return [...blobs.values()];
}

function blobAt(view: DataView, at: number, number: number): Uint8Array | undefined {
  const start = at + 16;
  if (start > view.byteLength || view.getUint32(at, true) !== magics.blob || view.getUint32(at + 4, true) !== number) {
    return undefined;
  }
  const length = view.getUint32(at + 12, true);
  return start + length > view.byteLength ? undefined : new Uint8Array(view.buffer, view.byteOffset + start, length);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
