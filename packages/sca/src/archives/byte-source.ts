/** Bytes that are read in parts: a file on a disk, an archive's entry in memory. */
export interface ByteSource {
  /** Units: bytes. */
  readonly size: number;
  /** Shape: fewer bytes at the end. They may change at the next call: what is kept is copied. */
  read(offset: number, length: number): Uint8Array;
}

export function inMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(Math.max(0, offset), Math.max(0, offset) + Math.max(0, length)),
  };
}

/** A stretch of a source, as a source of its own. */
export function partOf(source: ByteSource, offset: number, size: number): ByteSource {
  const whole = Math.max(0, Math.min(size, source.size - offset));
  return {
    size: whole,
    read: (at, length) => source.read(offset + at, Math.max(0, Math.min(length, whole - at))),
  };
}

/** Numbers in bytes. A number that lies beyond the end is 0: who reads it finds nothing there. */
export interface Numbers {
  readonly size: number;
  u8(at: number): number;
  u16(at: number): number;
  u32(at: number): number;
  /** Units: what does not fit a double is rounded, and beyond the end of any file. */
  u64(at: number): number;
}

export function numbersIn(bytes: Uint8Array, isBigEndian = false): Numbers {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fits = (at: number, size: number): boolean => at >= 0 && at + size <= bytes.length;
  const u32 = (at: number): number => (fits(at, 4) ? view.getUint32(at, !isBigEndian) : 0);
  return {
    size: bytes.length,
    u8: (at) => bytes[at] ?? 0,
    u16: (at) => (fits(at, 2) ? view.getUint16(at, !isBigEndian) : 0),
    u32,
    u64: (at) => u32(isBigEndian ? at + 4 : at) + u32(isBigEndian ? at : at + 4) * 2 ** 32,
  };
}

/** Where a run of bytes is; -1 where it is not. Shape: starts at multiples of `step`. */
export function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array, step = 1, from = 0): number {
  const [first] = wanted;
  for (let at = from; at + wanted.length <= bytes.length; at += step) {
    if (bytes[at] === first && wanted.every((it, index) => bytes[at + index] === it)) return at;
  }
  return -1;
}

/** Units: characters beyond ASCII become other ones. For names and marks of formats. */
export function asciiIn(bytes: Uint8Array, at = 0, length = bytes.length - at): string {
  return String.fromCharCode(...bytes.subarray(at, at + Math.min(length, 4096)));
}
