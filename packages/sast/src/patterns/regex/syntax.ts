/** The parts of a JavaScript regular expression, as far as one must know them to say what it may cost, and to run it. */

export type Part =
  /** One character: a literal, a class, an escape. */
  | { readonly is: 'char'; readonly source: string }
  /** Looks and takes nothing: `^`, `\b`, `(?=…)`. `of` is what a look-around looks for. */
  | { readonly is: 'look'; readonly source: string; readonly of: Part | undefined }
  | { readonly is: 'all' | 'any'; readonly of: readonly Part[] }
  | { readonly is: 'group'; readonly number: number; readonly of: Part }
  | {
      readonly is: 'loop';
      readonly of: Part;
      readonly least: number;
      /** Infinity for none. */
      readonly most: number;
      readonly greedy: boolean;
      /** Numbers of the groups inside: from, to. */
      readonly groups: readonly [number, number];
    }
  /** What a group has found, once more. */
  | { readonly is: 'again' };

const look = /\(\?<?[=!]/y;
const opening = /\((?:\?:|\?<[^=!>][^>]*>)?/y;
const assertion = /\\[bB]|[$^]/y;
const again = /\\(?:[1-9]\d*|k<[^>]*>)/y;
const character =
  /\\(?:u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|[^\\]/uy;
const quantifier = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\??)/y;

/** Deeper nesting is not read: nobody writes it, and reading goes over its depth. */
const deepest = 100;

export interface RegexParts {
  readonly part: Part;
  /** Number of groups. */
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

/** Shape: `source` is one that JavaScript accepts. Undefined if it nests too deeply. */
export function partsOfRegex(source: string): RegexParts | undefined {
  const reader = new Reader(source);
  const part = reader.choice(0);
  return reader.tooDeep ? undefined : { part, groups: reader.groups, names: reader.names };
}

class Reader {
  groups = 0;
  tooDeep = false;
  readonly names = new Map<string, number>();
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  choice(depth: number): Part {
    this.tooDeep ||= depth > deepest;
    const ways = [this.#sequence(depth)];
    while (this.#source[this.#at] === '|' && !this.tooDeep) {
      this.#at++;
      ways.push(this.#sequence(depth));
    }
    return ways.length === 1 ? ways[0]! : { is: 'any', of: ways };
  }

  #sequence(depth: number): Part {
    const of: Part[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at]!) && !this.tooDeep) {
      const before = this.groups;
      of.push(this.#repeated(this.#one(depth), before));
    }
    return of.length === 1 ? of[0]! : { is: 'all', of };
  }

  #one(depth: number): Part {
    const start = this.#at;
    if (this.#take(look)) {
      const of = this.choice(depth + 1);
      this.#at++;
      return { is: 'look', source: this.#source.slice(start, this.#at), of };
    }
    if (this.#source[start] === '(') return this.#group(depth);
    if (this.#take(assertion)) return { is: 'look', source: this.#source.slice(start, this.#at), of: undefined };
    if (this.#take(again)) return { is: 'again' };
    this.#take(character);
    return { is: 'char', source: this.#source.slice(start, this.#at) };
  }

  #group(depth: number): Part {
    const begin = this.#take(opening);
    const isCapture = begin !== '(?:';
    const number = isCapture ? ++this.groups : 0;
    if (begin?.startsWith('(?<')) this.names.set(begin.slice(3, -1), number);
    const of = this.choice(depth + 1);
    this.#at++;
    return isCapture ? { is: 'group', number, of } : of;
  }

  #repeated(of: Part, before: number): Part {
    quantifier.lastIndex = this.#at;
    const found = quantifier.exec(this.#source);
    if (!found) return of;
    this.#at += found[0].length;
    const [, sign, count, comma, top, lazy] = found;
    const least = sign === undefined ? Number(count) : sign === '+' ? 1 : 0;
    const most = sign === undefined ? (comma ? Number(top || Infinity) : least) : sign === '?' ? 1 : Infinity;
    return { is: 'loop', of, least, most, greedy: lazy === '', groups: [before + 1, this.groups] };
  }

  #take(shape: RegExp): string | undefined {
    shape.lastIndex = this.#at;
    const found = shape.exec(this.#source)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}
