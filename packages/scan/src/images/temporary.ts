import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { limited, unpacked } from './unpacked.ts';

/** A file of the disk that goes when it is removed. */
export interface Temporary {
  readonly path: string;
  remove(): void;
}

/** Unpacks an archive that is packed as a whole: its parts are read in an order of their own, so it must lie somewhere. */
export async function unpackedFile(path: string, head: Uint8Array): Promise<Temporary> {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-image-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const file = join(folder, 'image.tar');
    const content = limited(unpacked(() => createReadStream(path, { highWaterMark: 256 * 1024 }), head));
    await pipeline(Readable.from(content, { objectMode: false }), createWriteStream(file, { mode: 0o600 }));
    return { path: file, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
