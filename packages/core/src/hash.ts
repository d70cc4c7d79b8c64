/**
 * SHA-256 of a text's UTF-8 form, in plain JavaScript: the engines have no `node:crypto`, and a fingerprint must be the
 * same in all of them.
 *
 * Shape:  64 lower-case hex digits. A lone surrogate counts as U+FFFD, as in TextEncoder.
 * Source: FIPS 180-4, sections 4.2.2, 5 and 6.2
 */
export function sha256(text: string): string {
  const message = padded(text);
  const state = Int32Array.from(initial);
  const schedule = new Int32Array(64);
  for (let block = 0; block < message.length; block += 16) {
    expand(message, block, schedule);
    compress(state, schedule);
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const primes = firstPrimes(64);
const initial = primes.slice(0, 8).map((it) => fraction(Math.sqrt(it)));
const constants = Int32Array.from(primes, (it) => fraction(Math.cbrt(it)));

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let it = 2; found.length < count; it++) if (found.every((prime) => it % prime !== 0)) found.push(it);
  return found;
}

/** The first 32 bits behind the point. Signed, as all words here: engines keep those in registers, and others as floats. */
function fraction(value: number): number {
  return ((value - Math.floor(value)) * 2 ** 32) | 0;
}

/** The message as big-endian words: its bytes, one bit, zeros, its length in bits. */
function padded(text: string): Int32Array {
  const size = utf8Length(text);
  const words = new Int32Array((((size + 8) >>> 6) + 1) * 16);
  const put = (at: number, byte: number): void => {
    words[at >>> 2]! |= byte << (24 - (at & 3) * 8);
  };
  for (let at = 0, to = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) put(to++, unit);
    else {
      const point = pointAt(text, at);
      if (point > 0xffff) at++;
      const tail = tailOf(point);
      put(to++, [0xc0, 0xe0, 0xf0][tail - 1]! | (point >> (6 * tail)));
      for (let left = tail - 1; left >= 0; left--) put(to++, 0x80 | ((point >> (6 * left)) & 0x3f));
    }
  }
  put(size, 0x80);
  words[words.length - 2] = Math.floor(size / 2 ** 29);
  words[words.length - 1] = size << 3;
  return words;
}

function utf8Length(text: string): number {
  let size = text.length;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    const point = pointAt(text, at);
    if (point > 0xffff) at++;
    // A pair of surrogates has been counted as two.
    size += tailOf(point) - Number(point > 0xffff);
  }
  return size;
}

/** Half of a pair is what stands for unreadable text. */
function pointAt(text: string, at: number): number {
  const point = text.codePointAt(at)!;
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
}

/** How many bytes follow the first one. */
function tailOf(point: number): number {
  return point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
}

function expand(message: Int32Array, block: number, schedule: Int32Array): void {
  for (let at = 0; at < 16; at++) schedule[at] = message[block + at]!;
  for (let at = 16; at < 64; at++) {
    const near = schedule[at - 2]!;
    const far = schedule[at - 15]!;
    const mixNear = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
    const mixFar = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3);
    schedule[at] = (((mixNear + schedule[at - 7]!) | 0) + ((mixFar + schedule[at - 16]!) | 0)) | 0;
  }
}

function compress(state: Int32Array, schedule: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const mixed = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25))) | 0;
    const one = (((mixed + choice) | 0) + ((constants[at]! + schedule[at]!) | 0)) | 0;
    const two = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = state[at]! + word;
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
