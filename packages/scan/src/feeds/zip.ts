import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32, inflateRawSync } from 'node:zlib';
import { fromRandomAccessReader, RandomAccessReader, type Entry, type Options, type ZipFile } from 'yauzl';
import type { RawRecord } from './records.ts';

const options: Options = { lazyEntries: true, autoClose: false };

/**
 * The .json entries of a zip archive, as OSV publishes them in all.zip.
 *
 * The directory is yauzl's to read. An entry is unpacked here and at once, several times faster than through a stream; it
 * may become no larger than it claims, and that is checked before.
 */
export async function* zipEntries(path: string, maxBytes: number): AsyncIterable<RawRecord> {
  const [directory, content] = [new Windows(path), new Windows(path)];
  try {
    const open = promisify<RandomAccessReader, number, Options, ZipFile>(fromRandomAccessReader);
    for await (const entry of entriesOf(await open(new DirectoryReader(directory), directory.size, options))) {
      const file = entry.fileName;
      if (!file.endsWith('.json')) continue;
      const isLarge = entry.uncompressedSize > maxBytes || entry.compressedSize > maxBytes;
      yield { file, text: isLarge ? undefined : unpack(content, entry) };
    }
  } finally {
    directory.close();
    content.close();
  }
}

/** Units: bytes. An entry may say that it is larger than it is. */
const maxPiece = 64 * 1024;

/** Units: bytes that are read at once. An export has a file for each of 200,000 records, one behind the other. */
const windowSize = 1024 * 1024;

/** Reads a file anywhere, mostly onwards. */
class Windows {
  readonly size: number;
  readonly #file: number;
  #start = 0;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(path: string) {
    this.#file = openSync(path, 'r');
    this.size = statSync(path).size;
  }

  /** Shape: fewer bytes at the end of the file. */
  read(offset: number, length: number): Buffer {
    const from = offset - this.#start;
    if (from >= 0 && from + length <= this.#bytes.length) return this.#bytes.subarray(from, from + length);
    const bytes = Buffer.allocUnsafe(Math.max(length, windowSize));
    this.#bytes = bytes.subarray(0, readSync(this.#file, bytes, 0, bytes.length, offset));
    this.#start = offset;
    return this.#bytes.subarray(0, length);
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** What yauzl reads the directory through: from what is in memory already, without a wait for each entry. */
class DirectoryReader extends RandomAccessReader {
  readonly #file: Windows;

  constructor(file: Windows) {
    super();
    this.#file = file;
  }

  override read(...[buffer, offset, length, position, callback]: Parameters<RandomAccessReader['read']>): void {
    const bytes = this.#file.read(position, length);
    bytes.copy(buffer, offset);
    callback(bytes.length < length ? new Error('it ends too early') : null);
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from([this.#file.read(start, end - start)]);
  }
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
function unpack(content: Windows, entry: Entry): string {
  const { fileName, relativeOffsetOfLocalHeader: offset, compressedSize, uncompressedSize } = entry;
  const header = content.read(offset, 30);
  const isEncrypted = (entry.generalPurposeBitFlag & 1) !== 0;
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50 || isEncrypted) {
    throw new Error(`the entry ${fileName} cannot be read`);
  }
  const packed = content.read(offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), compressedSize);
  const bytes = inflate(packed, entry);
  if (bytes.length !== uncompressedSize) throw new Error(`the entry ${fileName} is not as large as it says`);
  if (crc32(bytes) !== entry.crc32) throw new Error(`the entry ${fileName} is damaged`);
  return bytes.toString('utf8');
}

function inflate(packed: Buffer, { fileName, compressionMethod, uncompressedSize }: Entry): Buffer {
  if (compressionMethod === 0) return packed;
  if (compressionMethod !== 8) throw new Error(`the entry ${fileName} is packed in an unknown way`);
  try {
    // One piece of memory of the right size, and not several of the usual.
    const chunkSize = Math.min(maxPiece, Math.max(64, uncompressedSize));
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize), chunkSize });
  } catch {
    // What zlib says of it (no deflated data, or more than there may be) is of no use to a person.
    throw new Error(`the entry ${fileName} is damaged`);
  }
}
