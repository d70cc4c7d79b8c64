import { coarse, type Ranges } from './ranges.ts';

/** Tainted bytes, by buffer: bodies arrive as such, and base64 and the like go through one. */
const buffers = new WeakMap<object, Ranges>();

export function taintBytes(bytes: object, ranges: Ranges): void {
  buffers.set(bytes, ranges);
}

/** The ranges of a text that is made of a buffer, if its bytes are tainted. */
export function rangesOfBytes(value: unknown, length: number): Ranges | undefined {
  const ranges = typeof value === 'object' && value !== null ? buffers.get(value) : undefined;
  return ranges && coarse(ranges, length);
}
