/**
 * Unpacks deflated bytes, and stops at a limit.
 *
 * A code is looked up in one table of as many bits as the longest code has. Libraries unpack all there is, so that a few
 * bytes may become any number: here the caller says how many there may be, and no more are made.
 *
 * Source: RFC 1951
 */
export interface Inflated {
  readonly bytes: Uint8Array;
  /** `cut`: there is more than the limit. `damaged`: the rest makes no sense or is not there. */
  readonly is: 'whole' | 'cut' | 'damaged';
}

/** Units: `limit` in bytes of what comes out. */
export function inflate(packed: Uint8Array, limit: number): Inflated {
  const state = new Inflation(packed, limit);
  try {
    while (state.nextBlock());
    return { bytes: state.bytes(), is: 'whole' };
  } catch (error) {
    // Expected: what ends the loops over damaged bytes, from wherever they are.
    if (!(error instanceof Stop)) throw error;
    return { bytes: state.bytes(), is: error.why };
  }
}

/** The bytes in a gzip file's first member; undefined when it is none. */
export function gunzip(packed: Uint8Array, limit: number): Inflated | undefined {
  const body = gzipBody(packed);
  return body && inflate(body, limit);
}

/** What stands behind the head of a gzip file: deflated bytes, and their checks. Source: RFC 1952, section 2.3 */
export function gzipBody(packed: Uint8Array): Uint8Array | undefined {
  if (packed[0] !== 0x1f || packed[1] !== 0x8b || packed[2] !== 8) return undefined;
  const flags = packed[3] ?? 0;
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + (packed[at] ?? 0) + (packed[at + 1] ?? 0) * 256;
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = packed.indexOf(0, at);
    if (end === -1) return undefined;
    at = end + 1;
  }
  if ((flags & 2) !== 0) at += 2;
  return packed.subarray(at);
}

/** The bytes of a zlib stream; undefined when it is none. Source: RFC 1950, section 2.2 */
export function unzlib(packed: Uint8Array, limit: number): Inflated | undefined {
  const [kind = 0, flags = 0] = packed;
  if ((kind & 15) !== 8 || (kind * 256 + flags) % 31 !== 0 || (flags & 32) !== 0) return undefined;
  return inflate(packed.subarray(2), limit);
}

class Stop extends Error {
  readonly why: 'cut' | 'damaged';

  constructor(why: 'cut' | 'damaged') {
    super(why);
    this.why = why;
  }
}

/** Symbol and length of a code by its next bits: `symbol << 4 | length`; 0 for bits that are no code. */
interface Codes {
  readonly table: Uint16Array;
  readonly bits: number;
}

/** Source: section 3.2.2. Bits come in with the first one lowest, so codes are looked up reversed. */
function codesOf(lengths: Uint8Array): Codes {
  const counts = new Uint16Array(16);
  for (const it of lengths) counts[it]!++;
  counts[0] = 0;
  let bits = 15;
  while (bits > 1 && counts[bits] === 0) bits--;
  const next = new Uint16Array(16);
  for (let length = 1, code = 0; length <= 15; length++) {
    code = (code + counts[length - 1]!) << 1;
    if (code + counts[length]! > 1 << length) throw new Stop('damaged');
    next[length] = code;
  }
  const table = new Uint16Array(1 << bits);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length === 0) continue;
    const code = reversed(next[length]!++, length);
    for (let at = code; at < table.length; at += 1 << length) table[at] = (symbol << 4) | length;
  }
  return { table, bits };
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}

/** Extra bits and first values of lengths (symbols from 257) and distances. Source: section 3.2.5 */
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBits = Array.from({ length: 30 }, (_, at) => Math.max(0, (at >> 1) - 1));
const lengthFrom = [...firsts(lengthBits.slice(0, 28), 3), 258];
const distanceFrom = firsts(distanceBits, 1);

function firsts(extra: readonly number[], start: number): number[] {
  let value = start;
  return extra.map((it) => (value += 2 ** it) - 2 ** it);
}

/** Source: section 3.2.6 */
const fixedLengths = codesOf(
  Uint8Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8)),
);
const fixedDistances = codesOf(new Uint8Array(30).fill(5));

/** Source: section 3.2.7 */
const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

class Inflation {
  readonly #from: Uint8Array;
  readonly #limit: number;
  #to: Uint8Array;
  #size = 0;
  #at = 0;
  /** The next bits, and how many there are. */
  #buffer = 0;
  #count = 0;
  #isLast = false;

  constructor(from: Uint8Array, limit: number) {
    this.#from = from;
    this.#limit = limit;
    this.#to = new Uint8Array(Math.min(limit, from.length * 4 + 1024));
  }

  bytes(): Uint8Array {
    return this.#to.subarray(0, this.#size);
  }

  /** Whether there was one. */
  nextBlock(): boolean {
    if (this.#isLast) return false;
    this.#isLast = this.#bits(1) === 1;
    const kind = this.#bits(2);
    if (kind === 0) this.#stored();
    else if (kind === 1) this.#packed(fixedLengths, fixedDistances);
    else if (kind === 2) this.#packed(...this.#ownCodes());
    else throw new Stop('damaged');
    return true;
  }

  #fill(wanted: number): void {
    while (this.#count < wanted && this.#at < this.#from.length) {
      this.#buffer |= this.#from[this.#at++]! << this.#count;
      this.#count += 8;
    }
  }

  #bits(count: number): number {
    this.#fill(count);
    if (this.#count < count) throw new Stop('damaged');
    const value = this.#buffer & ((1 << count) - 1);
    this.#buffer >>>= count;
    this.#count -= count;
    return value;
  }

  #symbol({ table, bits }: Codes): number {
    this.#fill(bits);
    const found = table[this.#buffer & ((1 << bits) - 1)]!;
    const length = found & 15;
    if (length === 0 || length > this.#count) throw new Stop('damaged');
    this.#buffer >>>= length;
    this.#count -= length;
    return found >> 4;
  }

  #stored(): void {
    // The rest of the byte is not used; whole bytes that were taken already are given back.
    this.#at -= this.#count >> 3;
    this.#buffer = this.#count = 0;
    const length = this.#bits(16);
    if ((length ^ this.#bits(16)) !== 0xffff) throw new Stop('damaged');
    const bytes = this.#from.subarray(this.#at, this.#at + length);
    const room = this.#room(bytes.length);
    this.#to.set(bytes.subarray(0, room), this.#size);
    this.#size += room;
    this.#at += bytes.length;
    if (room < bytes.length) throw new Stop('cut');
    if (bytes.length < length) throw new Stop('damaged');
  }

  #ownCodes(): [Codes, Codes] {
    const [literals, distances, count] = [this.#bits(5) + 257, this.#bits(5) + 1, this.#bits(4) + 4];
    const ofLengths = new Uint8Array(19);
    for (let at = 0; at < count; at++) ofLengths[orderOfLengths[at]!] = this.#bits(3);
    const codes = codesOf(ofLengths);
    const lengths = new Uint8Array(literals + distances);
    for (let at = 0; at < lengths.length;) at = this.#lengthsAt(lengths, at, this.#symbol(codes));
    return [codesOf(lengths.subarray(0, literals)), codesOf(lengths.subarray(literals))];
  }

  #lengthsAt(lengths: Uint8Array, at: number, symbol: number): number {
    if (symbol < 16) {
      lengths[at] = symbol;
      return at + 1;
    }
    if (symbol === 16 && at === 0) throw new Stop('damaged');
    const times = symbol === 16 ? 3 + this.#bits(2) : symbol === 17 ? 3 + this.#bits(3) : 11 + this.#bits(7);
    lengths.fill(symbol === 16 ? lengths[at - 1]! : 0, at, at + times);
    return at + times;
  }

  #packed(literals: Codes, distances: Codes): void {
    for (;;) {
      const symbol = this.#symbol(literals);
      if (symbol < 256) {
        if (this.#size === this.#to.length && this.#room(1) === 0) throw new Stop('cut');
        this.#to[this.#size++] = symbol;
      } else if (symbol === 256) return;
      else this.#repeat(symbol - 257, distances);
    }
  }

  #repeat(symbol: number, distances: Codes): void {
    if (symbol >= lengthFrom.length) throw new Stop('damaged');
    const length = lengthFrom[symbol]! + this.#bits(lengthBits[symbol]!);
    const far = this.#symbol(distances);
    if (far >= distanceFrom.length) throw new Stop('damaged');
    const distance = distanceFrom[far]! + this.#bits(distanceBits[far]!);
    if (distance > this.#size) throw new Stop('damaged');
    const room = this.#room(length);
    const to = this.#to;
    let at = this.#size;
    for (const end = at + room; at < end; at++) to[at] = to[at - distance]!;
    this.#size = at;
    if (room < length) throw new Stop('cut');
  }

  /** How many of so many bytes there is room for, after making some. */
  #room(wanted: number): number {
    const needed = Math.min(this.#limit, this.#size + wanted);
    if (needed > this.#to.length) {
      const larger = new Uint8Array(Math.min(this.#limit, Math.max(needed, this.#to.length * 2)));
      larger.set(this.#to);
      this.#to = larger;
    }
    return needed - this.#size;
  }
}
