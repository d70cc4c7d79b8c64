import { createGunzip } from 'node:zlib';
import type { Readable } from 'node:stream';
import { unzstdStream } from '@plumbline/sca';
import { BadImage, limits } from './limits.ts';

/** How bytes are packed. */
export type Packing = 'none' | 'gzip' | 'zstd' | 'other';

const marks: readonly (readonly [Packing, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['other', [0x42, 0x5a, 0x68]],
  ['other', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
];

/** How something is packed, by its first bytes: what others say of it is wrong too often. */
export function packingOf(head: Uint8Array): Packing {
  return marks.find(([, mark]) => mark.every((it, at) => head[at] === it))?.[0] ?? 'none';
}

/** A stream, unpacked. `head` = its first bytes. Errors: `BadImage` for what is packed in another way, or damaged. */
export async function* unpacked(open: () => Readable, head: Uint8Array): AsyncIterable<Buffer> {
  const packing = packingOf(head);
  if (packing === 'other') throw new BadImage('a layer is packed with bzip2 or xz, which is not read');
  if (packing === 'zstd') yield* withZstd(open());
  else if (packing === 'none') yield* open() as AsyncIterable<Buffer>;
  else yield* withGzip(open());
}

/** The same, up to what all of an image may come to. Shape: `budget` is shared by the layers of one image. */
export async function* limited(
  stream: AsyncIterable<Buffer>,
  budget = { left: limits.unpacked as number },
): AsyncIterable<Buffer> {
  for await (const piece of stream) {
    budget.left -= piece.length;
    if (budget.left < 0) throw new BadImage('it unpacks to more than any image');
    yield piece;
  }
}

async function* withGzip(stream: Readable): AsyncIterable<Buffer> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  stream.on('error', (error) => gunzip.destroy(error));
  try {
    yield* stream.pipe(gunzip) as AsyncIterable<Buffer>;
  } catch (error) {
    // What zlib says of damaged bytes is of no use to a person.
    if (isZlibError(error)) throw new BadImage('a layer is damaged: it cannot be unpacked');
    throw error;
  } finally {
    stream.destroy();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}

/** Node.js has Zstandard from 22.15 on, which ends at the first frame; layers of zstd:chunked have thousands. */
async function* withZstd(stream: Readable): AsyncIterable<Buffer> {
  let pieces: Buffer[] = [];
  const unpacker = unzstdStream((piece) => {
    // Its memory is used again.
    pieces.push(Buffer.from(piece));
  });
  const push = (chunk: Uint8Array, isLast: boolean): void => {
    if (!unpacker.push(chunk, isLast)) throw new BadImage('a layer is damaged: it cannot be unpacked');
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    push(chunk, false);
    yield* pieces;
    pieces = [];
  }
  push(new Uint8Array(0), true);
  yield* pieces;
}
