/**
 * A JSON reader that keeps positions and the good part of a broken text.
 *
 * It goes once from front to back. Where the text is not JSON it notes the place, skips to the next character that can
 * begin or end something and goes on; comments and trailing commas are let pass, as in JSONC. Keys live in a `Map`, so
 * that `__proto__` is a key like any other; of equal keys the last wins, as with JSON.parse, and the place is noted.
 *
 * Source: RFC 8259
 */

export interface JsonObject {
  readonly is: 'object';
  readonly start: number;
  readonly end: number;
  readonly members: ReadonlyMap<string, JsonMember>;
}

export interface JsonMember {
  /** Offset of the key's opening quote. */
  readonly start: number;
  /** Offset after the key's closing quote. */
  readonly end: number;
  readonly value: JsonValue;
}

export interface JsonArray {
  readonly is: 'array';
  readonly start: number;
  readonly end: number;
  readonly items: readonly JsonValue[];
}

export interface JsonScalar {
  readonly is: 'scalar';
  readonly start: number;
  readonly end: number;
  readonly value: string | number | boolean | null;
}

export type JsonValue = JsonObject | JsonArray | JsonScalar;

/** A place where the text is not as it should be. */
export interface Fault {
  readonly offset: number;
  readonly message: string;
}

/** Lock files nest ten levels or so. The bound also bounds the recursion below. */
const maxDepth = 200;
const maxFaults = 20;
/** The largest known lock files hold 400,000 values; many more are meant to fill the memory. */
const maxValues = 2_000_000;

interface Cursor {
  readonly text: string;
  readonly faults: Fault[];
  at: number;
  values: number;
}

/** Reads a whole text. `value` is undefined when there is none in it. */
export function readJson(text: string): { readonly value: JsonValue | undefined; readonly faults: readonly Fault[] } {
  const cursor: Cursor = { text, faults: [], at: 0, values: 0 };
  skipSpace(cursor);
  const value = readValue(cursor, 0);
  skipSpace(cursor);
  if (cursor.at < text.length) fault(cursor, 'text after the end of the JSON value');
  return { value, faults: cursor.faults };
}

function readValue(cursor: Cursor, depth: number): JsonValue | undefined {
  const { text, at } = cursor;
  cursor.values += 1;
  if (cursor.values > maxValues) return giveUp(cursor);
  switch (text[at]) {
    case '{':
      return depth < maxDepth ? readObject(cursor, depth) : skipDeep(cursor);
    case '[':
      return depth < maxDepth ? readArray(cursor, depth) : skipDeep(cursor);
    case '"': {
      const value = readString(cursor);
      return { is: 'scalar', start: at, end: cursor.at, value };
    }
    case undefined:
      fault(cursor, 'the text ends too early');
      return undefined;
    default:
      return readWord(cursor);
  }
}

function readObject(cursor: Cursor, depth: number): JsonObject {
  const start = cursor.at;
  const members = new Map<string, JsonMember>();
  cursor.at += 1;
  while (!closed(cursor, '}')) {
    const keyStart = cursor.at;
    if (cursor.text[keyStart] !== '"') {
      fault(cursor, 'expected a key in double quotes');
      skipToNext(cursor);
      continue;
    }
    const key = readString(cursor);
    const keyEnd = cursor.at;
    skipSpace(cursor);
    if (cursor.text[cursor.at] === ':') cursor.at += 1;
    else fault(cursor, 'expected a colon after the key');
    skipSpace(cursor);
    const value = readValue(cursor, depth + 1);
    if (members.has(key)) fault(cursor, `the key ${JSON.stringify(key.slice(0, 80))} is there twice`, keyStart);
    if (value) members.set(key, { start: keyStart, end: keyEnd, value });
    readComma(cursor, '}');
  }
  return { is: 'object', start, end: cursor.at, members };
}

function readArray(cursor: Cursor, depth: number): JsonArray {
  const start = cursor.at;
  const items: JsonValue[] = [];
  cursor.at += 1;
  while (!closed(cursor, ']')) {
    const before = cursor.at;
    const value = readValue(cursor, depth + 1);
    if (value) items.push(value);
    readComma(cursor, ']');
    if (cursor.at === before) skipToNext(cursor);
  }
  return { is: 'array', start, end: cursor.at, items };
}

/** Whether the container ends here; the end of the text ends it too. Steps over the bracket. */
function closed(cursor: Cursor, bracket: string): boolean {
  skipSpace(cursor);
  const found = cursor.text[cursor.at];
  if (found === undefined) {
    fault(cursor, `the text ends before a ${bracket}`);
    return true;
  }
  if (found !== bracket) return false;
  cursor.at += 1;
  return true;
}

function readComma(cursor: Cursor, bracket: string): void {
  skipSpace(cursor);
  const found = cursor.text[cursor.at];
  if (found === ',') cursor.at += 1;
  else if (found !== bracket && found !== undefined) fault(cursor, `expected a comma or ${bracket}`);
}

/** Reads a string whose opening quote is at the cursor. A line break ends a string that nobody closed. */
function readString(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.at;
  let end = start + 1;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code === 34 /* " */) break;
    if (Number.isNaN(code) || code === 10) {
      fault(cursor, 'a string is not closed', start);
      cursor.at = end;
      return text.slice(start + 1, end);
    }
    end += code === 92 /* \ */ ? 2 : 1;
  }
  cursor.at = end + 1;
  const raw = text.slice(start + 1, end);
  return raw.includes('\\') ? unescape(cursor, raw, start) : raw;
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function unescape(cursor: Cursor, raw: string, start: number): string {
  return raw.replaceAll(/\\(u[0-9a-fA-F]{4}|[^])/g, (_, escape: string) => {
    if (escape.length > 1) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    if (escape === 'u') fault(cursor, 'an escape in a string is not complete', start);
    return escapes[escape] ?? escape;
  });
}

const word = /[^\s,:{}[\]"]+/y;
const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

function readWord(cursor: Cursor): JsonValue | undefined {
  const start = cursor.at;
  word.lastIndex = start;
  const found = word.exec(cursor.text)?.[0];
  if (found === undefined) {
    fault(cursor, 'expected a value');
    return undefined;
  }
  cursor.at += found.length;
  const value = Object.hasOwn(words, found) ? words[found]! : Number(found);
  if (Number.isNaN(value)) {
    fault(cursor, `${JSON.stringify(found.slice(0, 40))} is not a JSON value`, start);
    return undefined;
  }
  return { is: 'scalar', start, end: cursor.at, value };
}

/** Steps over a value that nests too deep, without recursion. */
function skipDeep(cursor: Cursor): undefined {
  fault(cursor, `nested deeper than ${maxDepth} levels`);
  let depth = 0;
  do {
    const found = cursor.text[cursor.at];
    if (found === undefined) return;
    if (found === '"') {
      readString(cursor);
      continue;
    }
    if (found === '{' || found === '[') depth += 1;
    if (found === '}' || found === ']') depth -= 1;
    cursor.at += 1;
  } while (depth > 0);
}

/** Steps over white space and comments. A loop, for a pattern's own stack would overflow on a long stretch. */
function skipSpace(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    const code = text.charCodeAt(cursor.at);
    if (code === 32 || (code >= 9 && code <= 13) || code === 0xfeff) cursor.at += 1;
    else if (code === 47 /* slash */ && text[cursor.at + 1] === '/') cursor.at = endOf(text, '\n', cursor.at);
    else if (code === 47 && text[cursor.at + 1] === '*') cursor.at = endOf(text, '*/', cursor.at + 2);
    else return;
  }
}

/** The offset after the next `mark`, or the text's end. */
function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

const restart = /["{}[\],]/g;

/** Goes at least one character on, to the next one that can begin or end something. */
function skipToNext(cursor: Cursor): void {
  restart.lastIndex = cursor.at + 1;
  cursor.at = restart.exec(cursor.text)?.index ?? cursor.text.length;
  if (cursor.text[cursor.at] === ',') cursor.at += 1;
}

function giveUp(cursor: Cursor): undefined {
  if (cursor.values === maxValues + 1) fault(cursor, `more than ${maxValues} values; the rest is left out`);
  cursor.at = cursor.text.length;
}

/** Notes a fault; after too many the text is given up, for it is no JSON. */
function fault(cursor: Cursor, message: string, offset = cursor.at): void {
  if (cursor.faults.length < maxFaults) cursor.faults.push({ offset, message });
  else cursor.at = cursor.text.length;
}

/** A member of an object; undefined for anything else. */
export function member(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return value?.is === 'object' ? value.members.get(key)?.value : undefined;
}

/** The members of an object in order; none for anything else. */
export function membersOf(value: JsonValue | undefined): Iterable<readonly [string, JsonMember]> {
  return value?.is === 'object' ? value.members : [];
}

/** The items of an array; none for anything else. */
export function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return value?.is === 'array' ? value.items : [];
}

/** The text of a string; undefined for anything else. */
export function textOf(value: JsonValue | undefined): string | undefined {
  return value?.is === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

/** Whether a value is `true` itself. */
export function isTrue(value: JsonValue | undefined): boolean {
  return value?.is === 'scalar' && value.value === true;
}
