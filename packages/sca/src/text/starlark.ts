/**
 * A reader for build files in Starlark that say plainly what they mean: names with a value, lists, texts put together,
 * and calls. Nothing is run: conditions, loops and functions are read as if they stood there once.
 *
 * Source: https://bazel.build/rules/language
 */

export type StarlarkValue = StarlarkText | StarlarkList | StarlarkCall | StarlarkUnknown;

export interface StarlarkText {
  readonly is: 'text';
  /** Units: offsets in the text that was read; of a text put together those of its first part. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

export interface StarlarkList {
  readonly is: 'list';
  readonly items: readonly StarlarkValue[];
}

export interface StarlarkCall {
  readonly is: 'call';
  readonly start: number;
  readonly end: number;
  /** As written: `maven.install`. */
  readonly name: string;
  readonly positional: readonly StarlarkValue[];
  readonly named: ReadonlyMap<string, StarlarkValue>;
}

/** `True` is the word `True`; what is not understood has none. */
export interface StarlarkUnknown {
  readonly is: 'unknown';
  readonly word?: string;
}

export interface StarlarkFile {
  /** Every call that is no part of another. */
  readonly calls: readonly StarlarkCall[];
  readonly values: ReadonlyMap<string, StarlarkValue>;
}

/** Units: tokens; brackets inside brackets; characters of one text; items of one list. */
const maxTokens = 1_000_000;
const maxDepth = 60;
const maxText = 4096;
const maxItems = 50_000;

interface Token {
  readonly kind: 'text' | 'name' | 'mark';
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const plain = /(?<skip>\s+|#[^\n]*)|(?<name>[A-Za-z_]\w*)|(?<mark>\+=|==|!=|[-+*/%=()[\]{},.:;<>])/y;

/** `known` are the values that the file loads from others. */
export function readStarlark(text: string, known: ReadonlyMap<string, StarlarkValue> = new Map()): StarlarkFile {
  const reader = new Reader(tokensIn(text), new Map(known));
  while (!reader.isDone) reader.statement();
  return { calls: reader.calls, values: reader.values };
}

function tokensIn(text: string): readonly Token[] {
  const found: Token[] = [];
  for (let at = 0; at < text.length && found.length < maxTokens;) {
    const token = quotedAt(text, at) ?? plainAt(text, at);
    if (token?.kind !== undefined && token.kind !== 'skip') found.push({ ...token, kind: token.kind });
    at = token?.end ?? at + 1;
  }
  return found;
}

function plainAt(
  text: string,
  at: number,
): (Omit<Token, 'kind'> & { readonly kind: Token['kind'] | 'skip' }) | undefined {
  plain.lastIndex = at;
  const groups = plain.exec(text)?.groups;
  if (!groups) return undefined;
  const end = plain.lastIndex;
  const { name, mark } = groups;
  // What stands before a quote says only how it is written: `r"…"`.
  if (name !== undefined && name.length <= 2 && /^[rRbB]+$/.test(name) && /^["']/.test(text.slice(end, end + 1))) {
    return { kind: 'skip', value: name, start: at, end };
  }
  if (name !== undefined) return { kind: 'name', value: name, start: at, end };
  return mark === undefined
    ? { kind: 'skip', value: '', start: at, end }
    : { kind: 'mark', value: mark, start: at, end };
}

/** A text in quotes; one that nobody closes ends with its line, or with the file. */
function quotedAt(text: string, start: number): Token | undefined {
  const first = text[start];
  if (first !== '"' && first !== "'") return undefined;
  const isLong = text.startsWith(first.repeat(3), start);
  const quote = isLong ? first.repeat(3) : first;
  let at = start + quote.length;
  while (at < text.length && !text.startsWith(quote, at) && (isLong || text[at] !== '\n'))
    at += text[at] === '\\' ? 2 : 1;
  const value = text.slice(start + quote.length, Math.min(at, start + quote.length + maxText));
  return { kind: 'text', value, start, end: text.startsWith(quote, at) ? at + quote.length : at };
}

const unknown: StarlarkUnknown = { is: 'unknown' };

/** Goes once through the tokens; it holds where it is and what it has seen. */
class Reader {
  readonly calls: StarlarkCall[] = [];
  readonly values: Map<string, StarlarkValue>;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(list: readonly Token[], values: Map<string, StarlarkValue>) {
    this.#tokens = list;
    this.values = values;
  }

  get isDone(): boolean {
    return this.#at >= this.#tokens.length;
  }

  statement(): void {
    const start = this.#at;
    const [name, sign] = [this.#tokens[start], this.#tokens[start + 1]?.value];
    if (name?.kind === 'name' && (sign === '=' || sign === '+=')) {
      this.#at += 2;
      const value = this.#sum();
      const before = this.values.get(name.value);
      this.values.set(name.value, sign === '+=' && before ? added(before, value) : value);
    } else {
      this.#noteCall(this.#sum());
    }
    if (this.#at === start) this.#at += 1;
  }

  #noteCall(value: StarlarkValue): void {
    if (value.is === 'call') this.calls.push(value);
  }

  #isMark(...marks: readonly string[]): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === 'mark' && marks.includes(token.value);
  }

  #sum(): StarlarkValue {
    let value = this.#value();
    while (this.#isMark('+', '%')) {
      const isSum = this.#isMark('+');
      this.#at += 1;
      const right = this.#value();
      value = isSum ? added(value, right) : formatted(value, right);
    }
    return value;
  }

  #value(): StarlarkValue {
    const token = this.#tokens[this.#at];
    if (!token) return unknown;
    if (token.kind === 'text') {
      this.#at += 1;
      return this.#after({ is: 'text', start: token.start, end: token.end, value: token.value });
    }
    if (token.kind === 'name') return this.#name(token);
    if (token.value === '[' || token.value === '(') {
      const { items, hasComma } = this.#inside(token.value === '[' ? ']' : ')');
      return token.value === '(' && !hasComma ? (items[0] ?? { is: 'list', items }) : { is: 'list', items };
    }
    if (token.value === '{') this.#inside('}');
    return unknown;
  }

  /** A text may be asked to fill itself in. */
  #after(value: StarlarkText): StarlarkValue {
    if (!this.#isMark('.') || this.#tokens[this.#at + 1]?.value !== 'format') return value;
    if (this.#tokens[this.#at + 2]?.value !== '(') return value;
    this.#at += 2;
    const { items, named } = this.#inside(')');
    return filled(value, items, named);
  }

  #name(first: Token): StarlarkValue {
    let name = first.value;
    this.#at += 1;
    while (this.#isMark('.') && this.#tokens[this.#at + 1]?.kind === 'name') {
      name = `${name.slice(0, maxText)}.${this.#tokens[this.#at + 1]!.value}`;
      this.#at += 2;
    }
    if (!this.#isMark('(')) return this.values.get(name) ?? { is: 'unknown', word: name };
    const { items, named } = this.#inside(')');
    const end = this.#tokens[this.#at - 1]?.end ?? first.end;
    return { is: 'call', name, start: first.start, end, positional: items, named };
  }

  /** What stands between brackets; what is not understood is stepped over to the next comma. */
  #inside(close: string): {
    readonly items: readonly StarlarkValue[];
    readonly named: ReadonlyMap<string, StarlarkValue>;
    readonly hasComma: boolean;
  } {
    const [items, named] = [[] as StarlarkValue[], new Map<string, StarlarkValue>()];
    let hasComma = false;
    this.#at += 1;
    this.#depth += 1;
    while (!this.isDone && !this.#isMark(close)) {
      const start = this.#at;
      const { key, value } = this.#entry();
      if (key !== undefined) named.set(key, value);
      else if (items.length < maxItems) items.push(value);
      this.#toComma(close, start);
      hasComma ||= this.#isMark(',');
      if (this.#isMark(',')) this.#at += 1;
    }
    this.#at += 1;
    this.#depth -= 1;
    return { items, named, hasComma };
  }

  /** A value, or one with its name: `version = "1"`. */
  #entry(): { readonly key: string | undefined; readonly value: StarlarkValue } {
    const name = this.#tokens[this.#at];
    const isNamed = name?.kind === 'name' && this.#tokens[this.#at + 1]?.value === '=';
    if (isNamed) this.#at += 2;
    return { key: isNamed ? name.value : undefined, value: this.#depth > maxDepth ? unknown : this.#sum() };
  }

  #toComma(close: string, start: number): void {
    if (this.#at === start) this.#at += 1;
    for (let open = 0; !this.isDone; this.#at += 1) {
      if (open === 0 && this.#isMark(',', close)) return;
      if (this.#isMark('(', '[', '{')) open += 1;
      else if (this.#isMark(')', ']', '}')) open -= 1;
      // A bracket that nobody opened ends what is being read.
      if (open < 0) return;
    }
  }
}

function added(left: StarlarkValue, right: StarlarkValue): StarlarkValue {
  if (left.is === 'text' && right.is === 'text') {
    return { ...left, value: `${left.value}${right.value}`.slice(0, maxText) };
  }
  if (left.is === 'list' && right.is === 'list') {
    return { is: 'list', items: [...left.items, ...right.items].slice(0, maxItems) };
  }
  // What is known of a list is kept.
  return left.is === 'list' ? left : right.is === 'list' ? right : unknown;
}

/** `"a:%s" % version`, `"%s:%s" % (a, b)`. */
function formatted(pattern: StarlarkValue, right: StarlarkValue): StarlarkValue {
  if (pattern.is !== 'text') return unknown;
  const values = right.is === 'list' ? right.items : [right];
  let next = 0;
  return filledBy(pattern, /%[sd]/g, () => values[next++]);
}

/** `"{}:{name}".format(a, name = b)`. */
function filled(
  pattern: StarlarkText,
  items: readonly StarlarkValue[],
  named: ReadonlyMap<string, StarlarkValue>,
): StarlarkValue {
  let next = 0;
  return filledBy(pattern, /\{(\w*)\}/g, (key = '') =>
    key === '' ? items[next++] : /^\d+$/.test(key) ? items[Number(key)] : named.get(key),
  );
}

/** Unknown where one of the values is. */
function filledBy(
  pattern: StarlarkText,
  places: RegExp,
  valueOf: (key: string | undefined) => StarlarkValue | undefined,
): StarlarkValue {
  let isKnown = true;
  const value = pattern.value.replaceAll(places, (...it) => {
    const found = valueOf(typeof it[1] === 'string' ? it[1] : undefined);
    if (found?.is === 'text') return found.value;
    isKnown = false;
    return '';
  });
  return isKnown ? { ...pattern, value: value.slice(0, maxText) } : unknown;
}
