/**
 * The pages in an SQLite database's write-ahead log that count: the newest of each, up to the last frame that ends a
 * transaction.
 *
 * Source: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
export function walIn(log: Uint8Array, pageSize: number): ReadonlyMap<number, Uint8Array> {
  const pages = new Map<number, Uint8Array>();
  if (log.length < 32) return pages;
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  const magic = view.getUint32(0);
  if ((magic !== 0x377f0682 && magic !== 0x377f0683) || view.getUint32(8) !== pageSize) return pages;
  const frame = 24 + pageSize;
  let open: [number: number, page: Uint8Array][] = [];
  for (let at = 32; at + frame <= log.length; at += frame) {
    // Frames of an earlier round have other salts.
    if (view.getUint32(at + 8) !== view.getUint32(16) || view.getUint32(at + 12) !== view.getUint32(20)) break;
    open.push([view.getUint32(at), log.subarray(at + 24, at + frame)]);
    if (view.getUint32(at + 4) === 0) continue;
    for (const [number, page] of open) pages.set(number, page);
    open = [];
  }
  return pages;
}
