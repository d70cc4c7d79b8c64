/**
 * Regular expressions of PCRE and Python as JavaScript's. One pass over the text that copies what both understand and
 * writes the rest anew; what JavaScript cannot say at all is a fault with its position.
 *
 * Atomic groups and possessive quantifiers become a capture in a lookahead and a reference to it: what a lookahead has
 * found is never tried again. The captures added so are kept out of the numbering: see `groups`.
 *
 * Source: https://www.pcre.org/current/doc/html/pcre2pattern.html
 */
import { bothCases, negatedPosixClasses, plainEscapes, posixClasses } from './classes.ts';
import { anything, classEscapes, propertyNames, specialEscapes } from './escapes.ts';

export interface Translated {
  readonly is: 'regex';
  readonly source: string;
  readonly flags: string;
  /** The number of JavaScript's group by the number of the original's group; 0 is 0. */
  readonly groups: readonly number[];
  readonly names: readonly string[];
}

/** Units: `offset` is an index into the text. */
export interface RegexFault {
  readonly is: 'fault';
  readonly reason: string;
  readonly offset: number;
}

export interface RegexMode {
  /** `^` and `$` hold at every line. */
  readonly multiline?: boolean;
  readonly caseless?: boolean;
  readonly dotAll?: boolean;
}

export function translate(text: string, mode: RegexMode = {}): Translated | RegexFault {
  const translator = new Translator(text, mode);
  const found = translator.run();
  if (found.is === 'fault') return found;
  try {
    new RegExp(found.source, found.flags);
    return found;
  } catch (error) {
    // Expected: what the text says is no regular expression in any dialect.
    const message = error instanceof Error ? error.message : String(error);
    return { is: 'fault', reason: message.replace(/^Invalid regular expression: .*: /s, ''), offset: 0 };
  }
}

interface Flags {
  i: boolean;
  m: boolean;
  s: boolean;
  x: boolean;
}

class Fault extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

interface Group {
  readonly start: number;
  readonly flags: Flags;
  /** The group is atomic: this JavaScript group holds what it found. */
  readonly atomic: number;
  /** Of a capture, in the original's counting; 0 for others. */
  readonly number: number;
}

const flagNames = ['i', 'm', 's', 'x'] as const;
const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\}|\{,\d+\})/;

class Translator {
  readonly #text: string;
  readonly #base: Flags;
  #flags: Flags;
  #at = 0;
  #out = '';
  /** Where the last atom begins in the output; -1 if a quantifier has nothing to hold on to. */
  #atom = -1;
  readonly #open: Group[] = [];
  readonly #groups: number[] = [0];
  readonly #names: string[] = [];
  #captures = 0;
  #unicode = false;
  #kept = -1;

  constructor(text: string, mode: RegexMode) {
    this.#text = text;
    this.#base = { i: mode.caseless ?? false, m: mode.multiline ?? false, s: mode.dotAll ?? false, x: false };
    const leading = /^\(\?([a-zA-Z]+)\)/.exec(text);
    if (leading && /^[imsxuU]+$/.test(leading[1]!)) {
      for (const flag of flagNames) if (leading[1]!.includes(flag)) this.#base[flag] = true;
      this.#at = leading[0].length;
    }
    this.#flags = { ...this.#base };
  }

  run(): Translated | RegexFault {
    try {
      while (this.#at < this.#text.length) this.#next();
      if (this.#open.length > 0) throw new Fault('a group is not closed', this.#text.length);
    } catch (error) {
      if (error instanceof Fault) return { is: 'fault', reason: error.message, offset: error.offset };
      throw error;
    }
    const source = this.#kept < 0 ? this.#out : `(?<=${this.#out.slice(0, this.#kept)})${this.#out.slice(this.#kept)}`;
    const flags = `${this.#base.i ? 'i' : ''}${this.#base.m ? 'm' : ''}${this.#unicode ? 'u' : ''}`;
    return { is: 'regex', source, flags, groups: this.#groups, names: this.#names };
  }

  #next(): void {
    const char = this.#text[this.#at]!;
    switch (char) {
      case '\\':
        return this.#escape();
      case '[':
        return this.#class();
      case '(':
        return this.#group();
      case ')':
        return this.#close();
      case '|':
        if (this.#kept >= 0 && this.#open.length === 0) throw new Fault('\\K beside | at the top level', this.#at);
        this.#atom = -1;
        this.#out += char;
        this.#at++;
        return;
      case '.':
        return this.#put(1, this.#flags.s ? anything : '[^\\n]');
      case '^':
      case '$':
        return this.#anchor(char);
      default:
        return this.#literal(char);
    }
  }

  /** Writes an atom for `length` characters of the text. */
  #put(length: number, atom: string): void {
    this.#atom = this.#out.length;
    this.#out += atom;
    this.#at += length;
  }

  /** Writes what is no atom: nothing can be repeated here. */
  #assert(length: number, text: string): void {
    this.#put(length, text);
  }

  #anchor(char: string): void {
    const multiline = this.#flags.m;
    if (multiline === this.#base.m && (multiline || char === '^')) return this.#assert(1, char);
    if (char === '^') return this.#assert(1, multiline ? '(?<![^\\n])' : `(?<!${anything})`);
    this.#assert(1, multiline ? '(?![^\\n])' : `(?=\\n?(?!${anything}))`);
  }

  #literal(char: string): void {
    if (this.#flags.x && /\s/.test(char)) {
      this.#at++;
      return;
    }
    if (this.#flags.x && char === '#') {
      const end = this.#text.indexOf('\n', this.#at);
      this.#at = end < 0 ? this.#text.length : end;
      return;
    }
    const found = quantifier.exec(this.#text.slice(this.#at, this.#at + 24));
    if (found) return this.#quantify(found[0]);
    this.#put(1, this.#cased(/[{}\]/]/.test(char) ? `\\${char}` : char));
  }

  /** The literal in both cases, where only a part of the expression ignores case. */
  #cased(literal: string): string {
    if (!this.#flags.i || this.#base.i) return literal;
    const both = bothCases(literal);
    return both ? `[${both}]` : literal;
  }

  #quantify(found: string): void {
    if (this.#atom < 0) throw new Fault(`nothing to repeat before ${found}`, this.#at);
    this.#at += found.length;
    const spelled = found.startsWith('{,') ? `{0${found.slice(1)}` : found;
    const after = this.#text[this.#at];
    if (after === '+') {
      this.#at++;
      const atom = this.#out.slice(this.#atom);
      const group = this.#capture(this.#atom);
      this.#out = `${this.#out.slice(0, this.#atom)}(?=(${atom}${spelled}))\\${group}`;
      this.#atom = -1;
      return;
    }
    if (after === '?') this.#at++;
    this.#out += spelled + (after === '?' ? '?' : '');
    this.#atom = -1;
  }

  /** A group of our own that opens at this place of the output; groups after it move up by one. */
  #capture(start: number): number {
    this.#captures++;
    let inside = 0;
    for (const found of this.#out.slice(start).matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|(\((?!\?)|\(\?<(?![=!]))/g))
      if (found[1]) inside++;
    const number = this.#captures - inside;
    for (let i = 1; i < this.#groups.length; i++) if (this.#groups[i]! >= number) this.#groups[i]!++;
    return number;
  }

  #group(): void {
    const rest = this.#text.slice(this.#at);
    const comment = /^\(\?#[^)]*\)/.exec(rest);
    if (comment) {
      this.#at += comment[0].length;
      return;
    }
    const flags = /^\(\?([imsxnUJ]*)(?:-([imsx]+))?([:)])/.exec(rest);
    if (flags) return this.#flagGroup(flags);
    const named = /^\(\?(?:P?<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')/.exec(rest);
    if (named) return this.#named(named);
    const look = /^\(\?(?:[=!]|<[=!])/.exec(rest);
    if (look) return this.#opened(look[0].length, look[0]);
    if (rest.startsWith('(?>')) return this.#opened(3, '(?=(', ++this.#captures);
    const reference = /^\(\?P=(\w+)\)/.exec(rest);
    if (reference) return this.#put(reference[0].length, `\\k<${reference[1]}>`);
    if (rest.startsWith('(?') || rest.startsWith('(*')) {
      throw new Fault(
        `${rest.slice(0, 4)} (recursion, a condition or a verb) has no counterpart in JavaScript`,
        this.#at,
      );
    }
    this.#groups.push(++this.#captures);
    this.#opened(1, '(');
  }

  #named(found: RegExpExecArray): void {
    const name = found[1] ?? found[2]!;
    this.#groups.push(++this.#captures);
    this.#names.push(name);
    this.#opened(found[0].length, `(?<${name}>`);
  }

  #opened(length: number, text: string, atomic = 0): void {
    const number = /^\((?!\?)|^\(\?<(?![=!])/.test(text) ? this.#groups.length - 1 : 0;
    this.#open.push({ start: this.#out.length, flags: { ...this.#flags }, atomic, number });
    this.#out += text;
    this.#at += length;
    this.#atom = -1;
  }

  /** `(?i)` holds to the end of the group around it, `(?i:…)` inside. */
  #flagGroup(found: RegExpExecArray): void {
    const [all, on = '', off = '', end] = found;
    if (end === ':') this.#opened(all.length, '(?:');
    else this.#at += all.length;
    const flags = { ...this.#flags };
    for (const flag of flagNames) {
      if (on.includes(flag)) flags[flag] = true;
      if (off.includes(flag)) flags[flag] = false;
    }
    if (this.#base.i && !flags.i) throw new Fault('(?-i) inside of (?i) has no counterpart in JavaScript', this.#at);
    this.#flags = flags;
  }

  #close(): void {
    const group = this.#open.pop();
    if (!group) throw new Fault('unmatched )', this.#at);
    this.#flags = group.flags;
    this.#out += group.atomic > 0 ? `))\\${group.atomic}` : ')';
    this.#atom = group.start;
    this.#at++;
  }

  #escape(): void {
    const rest = this.#text.slice(this.#at, this.#at + 40);
    const char = rest[1];
    if (char === undefined) throw new Fault('a \\ at the end', this.#at);
    const special = specialEscapes[char];
    if (special !== undefined) return this.#assert(2, special);
    if (char === 'Q') return this.#quoted();
    if (char === 'K') return this.#keep();
    if ('GXRC'.includes(char) && char !== 'R') throw new Fault(`\\${char} has no counterpart in JavaScript`, this.#at);
    const reference = /^\\(?:g\{?(-?\d+)\}?|([1-9]\d?)(?!\d)|[gk](?:\{(\w+)\}|'(\w+)'|<(\w+)>))/.exec(rest);
    if (reference) return this.#reference(reference);
    const [length, atom] = this.#character(rest);
    this.#put(length, atom);
  }

  #reference(found: RegExpExecArray): void {
    const name = found[3] ?? found[4] ?? found[5];
    if (name !== undefined) return this.#put(found[0].length, `\\k<${name}>`);
    const said = Number(found[1] ?? found[2]);
    const number = said < 0 ? this.#groups.length + said : said;
    const group = this.#groups[number];
    if (group === undefined) throw new Fault(`there is no group ${number} before this place`, this.#at);
    // In PCRE a reference to a group that has found nothing fails; in JavaScript it would match the empty text.
    this.#put(found[0].length, this.#open.some((it) => it.number === number) ? '(?!)' : `(?:\\${group})`);
  }

  #quoted(): void {
    const end = this.#text.indexOf('\\E', this.#at);
    const inner = this.#text.slice(this.#at + 2, end < 0 ? undefined : end);
    for (const char of inner) this.#put(0, this.#cased(char.replace(/[$()*+.?[\\\]^{|}/]/, '\\$&')));
    this.#at = end < 0 ? this.#text.length : end + 2;
  }

  #keep(): void {
    if (this.#open.length > 0 || /(?:^|[^\\])\|/.test(this.#out) || this.#kept >= 0) {
      throw new Fault('\\K in a group, beside | or twice has no counterpart in JavaScript', this.#at);
    }
    this.#kept = this.#out.length;
    this.#at += 2;
    this.#atom = -1;
  }

  /** One escaped character or a class of characters, valid inside and outside of `[…]`; its length in the text. */
  #character(rest: string): [length: number, text: string] {
    const char = rest[1]!;
    const coded = this.#property(rest) ?? this.#coded(rest);
    if (coded) return coded;
    const plain = plainEscapes[char];
    if (plain !== undefined) return [2, plain];
    if (/[dDwWsSbBnrtf]/.test(char)) return [2, `\\${char}`];
    if (char === '-') return [2, '\\x2d'];
    return [2, /[$()*+.?[\\\]^{|}/]/.test(char) ? `\\${char}` : this.#cased(char)];
  }

  #property(rest: string): [length: number, text: string] | undefined {
    const property = /^\\[pP](?:\{\^?[\w=& -]+\}|[A-Z])/.exec(rest);
    if (!property) return undefined;
    this.#unicode = true;
    const name = property[0].slice(2).replace(/[{}^]/g, '');
    const negated = (rest[1] === 'P') !== property[0].includes('^');
    return [property[0].length, `\\${negated ? 'P' : 'p'}{${propertyNames[name] ?? name}}`];
  }

  /** A character by its number. */
  #coded(rest: string): [length: number, text: string] | undefined {
    const braced = /^\\[xu]\{([\da-fA-F]+)\}/.exec(rest);
    if (braced) return [braced[0].length, this.#codePoint(Number.parseInt(braced[1]!, 16))];
    const numbered = /^\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|c[A-Za-z])/.exec(rest);
    if (numbered) return [numbered[0].length, numbered[0]];
    const octal = /^\\(?:o\{([0-7]+)\}|(0[0-7]{0,2}|[0-7]{3}))/.exec(rest);
    return octal ? [octal[0].length, this.#codePoint(Number.parseInt(octal[1] ?? octal[2]!, 8))] : undefined;
  }

  #codePoint(code: number): string {
    if (code > 0xffff) {
      this.#unicode = true;
      return `\\u{${code.toString(16)}}`;
    }
    return `\\u${code.toString(16).padStart(4, '0')}`;
  }

  #class(): void {
    const from = this.#at;
    const out = ['['];
    this.#at++;
    if (this.#text[this.#at] === '^') {
      out.push('^');
      this.#at++;
    }
    for (let first = true; ; first = false) {
      const char = this.#text[this.#at];
      if (char === undefined) throw new Fault('a [ is not closed', from);
      if (char === ']' && !first) break;
      out.push(this.#classPart(char));
    }
    this.#at++;
    this.#put(0, `${out.join('')}]`);
  }

  #classPart(char: string): string {
    const rest = this.#text.slice(this.#at, this.#at + 40);
    const posix = /^\[:(\^?)([a-z]+):\]/.exec(rest);
    if (posix) {
      const inside = (posix[1] ? negatedPosixClasses : posixClasses)[posix[2]!];
      if (inside === undefined) throw new Fault(`${posix[0]} has no counterpart in JavaScript`, this.#at);
      this.#at += posix[0].length;
      return inside;
    }
    if (char !== '\\') {
      this.#at++;
      if (/[[\]/]/.test(char)) return `\\${char}`;
      return this.#flags.i && !this.#base.i ? this.#casedInClass(char) : char;
    }
    return this.#classEscape(rest);
  }

  #classEscape(rest: string): string {
    const letter = rest[1];
    if (letter === undefined) throw new Fault('a \\ at the end', this.#at);
    const special = classEscapes[letter];
    const [length, text] = special === undefined ? this.#character(rest) : ([2, special] as const);
    this.#at += length;
    return text.startsWith('[') ? text.slice(1, -1) : text;
  }

  /** A letter in both cases, or a range of letters in both. */
  #casedInClass(char: string): string {
    const range = /^-([a-zA-Z])/.exec(this.#text.slice(this.#at, this.#at + 2));
    if (!range || !/[a-zA-Z]/.test(char)) return bothCases(char) || char;
    this.#at += 2;
    const to = range[1]!;
    return `${char.toLowerCase()}-${to.toLowerCase()}${char.toUpperCase()}-${to.toUpperCase()}`;
  }
}
