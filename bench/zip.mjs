import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const deflated = 8;

/**
 * The files in a .zip of ours or of a toolchain's, read one by one. Not for archives of strangers: nothing is checked.
 *
 * Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3
 * @param {string} archive
 * @returns {{ path: string, size: number, read: () => Buffer }[]}
 */
export function filesOfZip(archive) {
  const bytes = readFileSync(archive);
  let end = bytes.length - 22;
  while (end > 0 && bytes.readUInt32LE(end) !== endOfDirectory) end--;
  const files = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const entry = bytes.subarray(at);
    const nameLength = entry.readUInt16LE(28);
    const path = `${archive}/${entry.toString('utf8', 46, 46 + nameLength)}`;
    files.push({ path, size: entry.readUInt32LE(24), read: () => content(bytes, entry) });
    at += 46 + nameLength + entry.readUInt16LE(30) + entry.readUInt16LE(32);
  }
  return files;
}

function content(bytes, entry) {
  const start = entry.readUInt32LE(42);
  const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  const packed = bytes.subarray(data, data + entry.readUInt32LE(20));
  return entry.readUInt16LE(10) === deflated ? inflateRawSync(packed) : packed;
}
