import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { crc32, inflateRawSync } from 'node:zlib';
import { fromBuffer, open, type Entry, type Options, type ZipFile } from 'yauzl';
import type { RawRecord } from './records.ts';

/** Units: bytes. A smaller archive is read into memory at once: an export has a file for each of 200,000 records. */
const inMemory = 256 * 1024 * 1024;
const options: Options = { lazyEntries: true, autoClose: false };

interface Archive {
  readonly zip: ZipFile;
  readonly read: (offset: number, length: number) => Buffer;
  readonly close: () => void;
}

/**
 * The .json entries of a zip archive, as OSV publishes them in all.zip.
 *
 * The directory is yauzl's to read. An entry is unpacked here and at once, several times faster than through a stream; it
 * may become no larger than it claims, and that is checked before.
 */
export async function* zipEntries(path: string, maxBytes: number): AsyncIterable<RawRecord> {
  const archive = await openZip(path);
  try {
    for await (const entry of entriesOf(archive.zip)) {
      const file = entry.fileName;
      if (!file.endsWith('.json')) continue;
      const isLarge = entry.uncompressedSize > maxBytes || entry.compressedSize > maxBytes;
      yield { file, text: isLarge ? undefined : unpack(archive, entry) };
    }
  } finally {
    archive.close();
  }
}

async function openZip(path: string): Promise<Archive> {
  if (statSync(path).size <= inMemory) {
    const bytes = readFileSync(path);
    const zip = await promisify<Buffer, Options, ZipFile>(fromBuffer)(bytes, options);
    return { zip, read: (offset, length) => bytes.subarray(offset, offset + length), close: () => zip.close() };
  }
  const zip = await promisify<string, Options, ZipFile>(open)(path, options);
  const file = openSync(path, 'r');
  const read = (offset: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
  };
  const close = (): void => {
    closeSync(file);
    zip.close();
  };
  return { zip, read, close };
}

async function* entriesOf(zip: ZipFile): AsyncIterable<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      zip.once('entry', resolve);
      zip.once('end', () => resolve(undefined));
      zip.once('error', reject);
      zip.readEntry();
    });
    zip.removeAllListeners();
    if (!entry) return;
    yield entry;
  }
}

/** Source: APPNOTE.TXT 6.3.10, 4.3.7 "Local file header" */
function unpack({ read }: Archive, entry: Entry): string {
  const { fileName, relativeOffsetOfLocalHeader: offset, compressedSize, uncompressedSize } = entry;
  const header = read(offset, 30);
  const isEncrypted = (entry.generalPurposeBitFlag & 1) !== 0;
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50 || isEncrypted) {
    throw new Error(`the entry ${fileName} cannot be read`);
  }
  const packed = read(offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), compressedSize);
  const bytes = inflate(packed, entry);
  if (bytes.length !== uncompressedSize) throw new Error(`the entry ${fileName} is not as large as it says`);
  if (crc32(bytes) !== entry.crc32) throw new Error(`the entry ${fileName} is damaged`);
  return bytes.toString('utf8');
}

function inflate(packed: Buffer, { fileName, compressionMethod, uncompressedSize }: Entry): Buffer {
  if (compressionMethod === 0) return packed;
  if (compressionMethod !== 8) throw new Error(`the entry ${fileName} is packed in an unknown way`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize) });
  } catch {
    // What zlib says of it (no deflated data, or more than there may be) is of no use to a person.
    throw new Error(`the entry ${fileName} is damaged`);
  }
}
