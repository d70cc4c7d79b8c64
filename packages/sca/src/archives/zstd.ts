import { Decompress } from 'fzstd';

/** Unpacks Zstandard (RFC 8878). Errors: undefined for what is none, is damaged, or has more than `most` bytes. */
export function unzstd(bytes: Uint8Array, most: number): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = new Decompress((piece) => {
    size += piece.length;
    if (size <= most) pieces.push(piece.slice());
  });
  try {
    // Piece by piece, so that what unpacks to more than memory is left in time.
    for (let at = 0; at < bytes.length && size <= most; at += step) {
      stream.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    }
  } catch {
    return undefined; // expected: fzstd throws at what is not Zstandard
  }
  if (bytes.length === 0 || size > most) return undefined;
  const whole = new Uint8Array(size);
  let end = 0;
  for (const it of pieces) {
    whole.set(it, end);
    end += it.length;
  }
  return whole;
}

/** Units: bytes. */
const step = 16 * 1024;
