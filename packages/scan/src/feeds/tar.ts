import type { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import type { RawRecord } from './records.ts';

/** The .json entries of a tar archive. Links and devices in it are passed over: they have no content of their own. */
export async function* tarEntries(stream: Readable, maxBytes: number): AsyncIterable<RawRecord> {
  const archive = extract();
  stream.on('error', (error) => archive.destroy(error));
  stream.pipe(archive);
  for await (const entry of archive) {
    const { name, type, size = 0 } = entry.header;
    if (type !== 'file' || !name.endsWith('.json')) {
      entry.resume();
      continue;
    }
    if (size > maxBytes) {
      entry.resume();
      yield { file: name, text: undefined };
      continue;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    yield { file: name, text: Buffer.concat(chunks).toString('utf8') };
  }
}
