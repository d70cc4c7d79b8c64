/**
 * Interned texts: each different text of a run is one int, so that names compare as ints. Shared by all files that one
 * analyser reads; it grows with the number of different texts, not with the number of files.
 *
 * Strings are copied out of the source, because a slice of a string would keep the whole file alive.
 */
export class Texts {
  #slots = new Int32Array(1 << 14).fill(-1);
  #hashes = new Int32Array(1 << 13);
  readonly #strings: string[] = [];

  get size(): number {
    return this.#strings.length;
  }

  /** The number of a stretch of a text. */
  intern(source: string, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ source.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = this.#slots[slot]!;
      if (id < 0) break;
      if (this.#hashes[id] === hash && isAt(this.#strings[id]!, source, start, end)) return id;
      slot = (slot + 1) & mask;
    }
    return this.#append(hash, slot, copyOf(source, start, end));
  }

  add(text: string): number {
    return this.intern(text, 0, text.length);
  }

  /** The text with this number; '' for a number below 0, which stands for no text. */
  get(id: number): string {
    return this.#strings[id] ?? '';
  }

  #append(hash: number, slot: number, text: string): number {
    const id = this.#strings.length;
    this.#strings.push(text);
    if (id === this.#hashes.length) {
      const grown = new Int32Array(id * 2);
      grown.set(this.#hashes);
      this.#hashes = grown;
    }
    this.#hashes[id] = hash;
    this.#slots[slot] = id;
    if (this.#strings.length * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let id = 0; id < this.#strings.length; id++) {
      let slot = this.#hashes[id]! & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
  }
}

function isAt(text: string, source: string, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== source.charCodeAt(start + i)) return false;
  return true;
}

/** V8 makes slices of 13 characters and more as views into the source; joining and flattening makes a copy. */
function copyOf(source: string, start: number, end: number): string {
  const slice = source.slice(start, end);
  return slice.length < 13 ? slice : JSON.parse(JSON.stringify(slice));
}
