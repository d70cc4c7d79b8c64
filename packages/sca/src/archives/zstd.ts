/**
 * Zstandard. fzstd unpacks it, and takes as much memory as a frame says that it needs: so what frames say is looked at here
 * before it sees them.
 *
 * Source: RFC 8878, section 3.1
 */
import { Decompress } from 'fzstd';

/** Units: bytes. zstd itself refuses more than this unless it is told otherwise. */
const largestWindow = 128 * 2 ** 20;

/** Unpacks as bytes come in. */
export interface Unpacking {
  /** Whether the bytes are Zstandard so far; with `isLast`, whether they end where a frame does. */
  push(bytes: Uint8Array, isLast: boolean): boolean;
}

/** Shape: `take` is handed pieces whose memory is used again. */
export function unpacking(take: (piece: Uint8Array) => void, mostWindow = largestWindow): Unpacking {
  const stream = new Decompress(take);
  const frames = new Frames(mostWindow, (bytes) => stream.push(bytes, false));
  return {
    push(bytes, isLast) {
      try {
        if (!frames.push(bytes)) return false;
        if (!isLast) return true;
        stream.push(new Uint8Array(0), true);
        return frames.isWhole;
      } catch {
        return false; // expected: fzstd throws at what is damaged
      }
    },
  };
}

/** Units: bytes. */
const step = 16 * 1024;

/** Unpacks all at once. Errors: undefined for what is no Zstandard, is damaged, or has more than `most` bytes. */
export function unzstd(bytes: Uint8Array, most: number): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = unpacking(
    (piece) => {
      size += piece.length;
      if (size <= most) pieces.push(piece.slice());
    },
    32 * 2 ** 20,
  );
  // Piece by piece, so that what unpacks to more than memory is left in time.
  for (let at = 0; at < bytes.length; at += step) {
    if (!stream.push(bytes.subarray(at, at + step), at + step >= bytes.length) || size > most) return undefined;
  }
  return bytes.length === 0 ? undefined : joined(pieces, size);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let end = 0;
  for (const it of pieces) {
    whole.set(it, end);
    end += it.length;
  }
  return whole;
}

/** What is read next: a few bytes that mean something, or many that are passed over. */
type Next =
  | { readonly is: 'magic' | 'skipped' | 'descriptor' | 'block'; readonly size: number }
  | { readonly is: 'header'; readonly size: number; readonly descriptor: number }
  | { readonly is: 'content'; size: number; readonly then: Next };

const magic: Next = { is: 'magic', size: 4 };

/** Units: bytes. Frames up to this size are held until they end: what they come to is known then. */
const mostHeld = 256 * 1024;

/** Units: bytes that a block unpacks to at most. */
const largestBlock = 128 * 1024;

/**
 * Follows the frames of a stream by their headers, and hands them on. A frame that is small is told to need no more memory
 * than its blocks can fill: layers are made of thousands of them, each with a window of megabytes.
 */
class Frames {
  readonly #mostWindow: number;
  readonly #emit: (bytes: Uint8Array) => void;
  #next: Next = magic;
  #head: number[] = [];
  #hasSum = false;
  /** Of the frame that is coming in; undefined once it is too large to be held. */
  #held: Uint8Array[] | undefined = [];
  #size = 0;
  #blocks = 0;
  #isNote = false;

  constructor(mostWindow: number, emit: (bytes: Uint8Array) => void) {
    this.#mostWindow = mostWindow;
    this.#emit = emit;
  }

  /** Whether a frame could end here. */
  get isWhole(): boolean {
    return this.#next.is === 'magic' && this.#head.length === 0;
  }

  /** Whether the bytes are allowed. */
  push(bytes: Uint8Array): boolean {
    let from = 0;
    for (let at = 0; at < bytes.length;) {
      const read = this.#read(bytes, at);
      if (read === undefined) return false;
      at = read;
      if (!this.isWhole) continue;
      this.#hold(bytes.subarray(from, at));
      if (!this.#endFrame()) return false;
      from = at;
    }
    this.#hold(bytes.subarray(from));
    return true;
  }

  #hold(bytes: Uint8Array): void {
    this.#size += bytes.length;
    if (this.#held && this.#size <= mostHeld) {
      this.#held.push(bytes.slice());
      return;
    }
    const before = this.#held ?? [];
    this.#held = undefined;
    if (this.#isNote) return;
    for (const it of [...before, bytes]) this.#emit(it);
  }

  /** Whether what the frame says of its size can be. */
  #endFrame(): boolean {
    const held = this.#held;
    const [size, blocks, isNote] = [this.#size, this.#blocks, this.#isNote];
    this.#held = [];
    this.#size = 0;
    this.#blocks = 0;
    this.#isNote = false;
    if (!held || isNote) return true;
    const frame = joined(held, size);
    const most = Math.max(blocks, 1) * largestBlock;
    const descriptor = frame[4]!;
    if (partsOf(descriptor).window === 0) {
      if (windowOf(descriptor, [...frame.subarray(5, 18)]) > most) return false;
    } else if (windowOf(descriptor, [frame[5]!]) > most) frame[5] = (Math.ceil(Math.log2(most)) - 10) << 3;
    this.#emit(frame);
    return true;
  }

  /** Where it goes on; undefined where something is not allowed. */
  #read(bytes: Uint8Array, at: number): number | undefined {
    const next = this.#next;
    if (next.is === 'content') {
      const count = Math.min(next.size, bytes.length - at);
      next.size -= count;
      if (next.size === 0) this.#next = next.then;
      return at + count;
    }
    this.#head.push(bytes[at]!);
    if (this.#head.length < next.size) return at + 1;
    const following = this.#after(next, this.#head);
    if (!following) return undefined;
    this.#head = [];
    this.#next = following;
    return at + 1;
  }

  /** What follows some bytes; undefined where they are not allowed. */
  #after(next: Exclude<Next, { is: 'content' }>, head: readonly number[]): Next | undefined {
    switch (next.is) {
      case 'magic':
        return afterMagic(numberOf(head, 0, 4));
      case 'skipped':
        this.#isNote = true;
        return content(numberOf(head, 0, 4), magic);
      case 'descriptor':
        return this.#afterDescriptor(head[0]!);
      case 'header':
        return windowOf(next.descriptor, head) <= this.#mostWindow ? { is: 'block', size: 3 } : undefined;
      default:
        return this.#afterBlock(numberOf(head, 0, 3));
    }
  }

  #afterDescriptor(descriptor: number): Next | undefined {
    this.#hasSum = (descriptor & 4) !== 0;
    const { window, dictionary, size } = partsOf(descriptor);
    const length = window + dictionary + size;
    // Without a window there is a size.
    return (descriptor & 8) === 0 ? { is: 'header', size: length, descriptor } : undefined;
  }

  #afterBlock(header: number): Next | undefined {
    const [isLast, type, size] = [(header & 1) === 1, (header >> 1) & 3, header >> 3];
    if (type === 3) return undefined;
    this.#blocks += 1;
    const end: Next = this.#hasSum ? content(4, magic) : magic;
    return content(type === 1 ? 1 : size, isLast ? end : { is: 'block', size: 3 });
  }
}

function content(size: number, then: Next): Next {
  return size === 0 ? then : { is: 'content', size, then };
}

function afterMagic(number: number): Next | undefined {
  if (number === 0xfd2fb528) return { is: 'descriptor', size: 1 };
  // Frames of others' notes: their size, and no more.
  return number >>> 4 === 0x184d2a5 ? { is: 'skipped', size: 4 } : undefined;
}

/** How many bytes of a header each of its fields takes. */
function partsOf(descriptor: number): { readonly window: number; readonly dictionary: number; readonly size: number } {
  const isSingle = (descriptor & 0x20) !== 0;
  const size = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6]!;
  return { window: isSingle ? 0 : 1, dictionary: [0, 1, 2, 4][descriptor & 3]!, size };
}

/** How much of what was unpacked has to be at hand. Units: bytes. */
function windowOf(descriptor: number, head: readonly number[]): number {
  const { window, dictionary, size } = partsOf(descriptor);
  if (window === 0) return numberOf(head, dictionary, size) + (size === 2 ? 256 : 0);
  const base = 2 ** (10 + (head[0]! >> 3));
  return base + (base / 8) * (head[0]! & 7);
}

/** Little-endian. */
function numberOf(bytes: readonly number[], at: number, length: number): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index -= 1) value = value * 256 + bytes[at + index]!;
  return value;
}
