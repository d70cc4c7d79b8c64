import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { open, type Entry, type ZipFile } from 'yauzl';
import type { RawRecord } from './records.ts';

/**
 * The .json entries of a zip archive, as OSV publishes them in all.zip.
 *
 * yauzl checks that an entry unpacks to the size that it claims, so that the check of that size bounds the memory.
 */
export async function* zipEntries(path: string, maxBytes: number): AsyncIterable<RawRecord> {
  const zip = await promisify<string, object, ZipFile>(open)(path, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of entriesOf(zip)) {
      const file = entry.fileName;
      if (!file.endsWith('.json')) continue;
      if (entry.uncompressedSize > maxBytes) yield { file, text: undefined };
      else yield { file, text: await textOf(zip, entry) };
    }
  } finally {
    zip.close();
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

async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, found) => (error ? reject(error) : resolve(found)));
  });
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
