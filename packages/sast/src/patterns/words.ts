/**
 * Which of many words a text holds as words of their own, in one pass over it: every stretch of letters, digits and `_` is
 * hashed where it stands and looked up, and no string is made of it.
 */
export class Words {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #hashes: number[] = [];
  #slots = new Int32Array(1 << 10).fill(-1);

  add(word: string): void {
    if (this.#ids.has(word)) return;
    const id = this.#words.push(word) - 1;
    this.#ids.set(word, id);
    this.#hashes.push(hashOf(word, 0, word.length));
    if (this.#words.length * 4 > this.#slots.length) this.#grow();
    else this.#place(id);
  }

  /** `searched` is the text as words are looked for in it: in small letters, for a language whose names have no case. */
  in(text: string, searched = text): WordsSeen {
    return new WordsSeen({ text, searched }, this.#ids, this.#scan(searched));
  }

  #scan(text: string): Uint8Array {
    const seen = new Uint8Array(this.#words.length);
    const mask = this.#slots.length - 1;
    for (let at = 0; at < text.length;) {
      if (!isWordCode(text.charCodeAt(at))) {
        at++;
        continue;
      }
      const start = at;
      let hash = basis;
      for (let code = text.charCodeAt(at); isWordCode(code); code = text.charCodeAt(++at))
        hash = Math.imul(hash ^ code, prime);
      for (let slot = hash & mask; this.#slots[slot]! >= 0; slot = (slot + 1) & mask) {
        const id = this.#slots[slot]!;
        if (seen[id] === 1 || this.#hashes[id] !== hash) continue;
        const word = this.#words[id]!;
        if (word.length === at - start && text.startsWith(word, start)) seen[id] = 1;
      }
    }
    return seen;
  }

  #place(id: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#hashes[id]! & mask;
    while (this.#slots[slot]! >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = id;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 4).fill(-1);
    for (let id = 0; id < this.#words.length; id++) this.#place(id);
  }
}

/** What one text holds. Words that were not known when it was read are looked for when they are asked for. */
export class WordsSeen {
  readonly #text: string;
  readonly #searched: string;
  readonly #ids: ReadonlyMap<string, number>;
  readonly #seen: Uint8Array;
  readonly #late = new Map<string, boolean>();
  #small: string | undefined;

  constructor(
    { text, searched }: { readonly text: string; readonly searched: string },
    ids: ReadonlyMap<string, number>,
    seen: Uint8Array,
  ) {
    this.#text = text;
    this.#searched = searched;
    this.#ids = ids;
    this.#seen = seen;
  }

  has(word: string): boolean {
    const id = this.#ids.get(word);
    if (id !== undefined && id < this.#seen.length) return this.#seen[id] === 1;
    return this.#remembered(`w${word}`, () => hasWord(this.#searched, word));
  }

  /** Whether the text holds it anywhere, inside of other words, too. */
  hasInside(word: string): boolean {
    return this.#remembered(`i${word}`, () => this.#text.includes(word));
  }

  /** The same, whatever the case: of a word in small letters. */
  hasFolded(word: string): boolean {
    this.#small ??= this.#text.toLowerCase();
    const text = this.#small;
    return this.#remembered(`f${word}`, () => text.includes(word));
  }

  #remembered(key: string, find: () => boolean): boolean {
    let known = this.#late.get(key);
    if (known === undefined) this.#late.set(key, (known = find()));
    return known;
  }
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (!isWordCode(text.charCodeAt(at - 1)) && !isWordCode(text.charCodeAt(end))) return true;
  }
  return false;
}

const basis = 0x811c9dc5;
const prime = 0x01000193;

function hashOf(text: string, start: number, end: number): number {
  let hash = basis;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash;
}

const unknown = 0;
const inside = 1;
const outside = 2;
const codes = new Uint8Array(1 << 16);

/** Whether a UTF-16 code unit is part of a word. No code (NaN, beyond the ends) is none. */
function isWordCode(code: number): boolean {
  const known = codes[code];
  if (known !== unknown) return known === inside;
  const is = /[\p{L}\p{N}_]/u.test(String.fromCharCode(code));
  codes[code] = is ? inside : outside;
  return is;
}
