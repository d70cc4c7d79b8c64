import type { JsonMember, JsonValue } from './json.ts';
import { unquote } from './yaml-quoted.ts';

/** Flow collections are short and flat; deeper ones are left out. */
const maxDepth = 20;

interface Cursor {
  readonly text: string;
  readonly fault: (offset: number, message: string) => void;
  at: number;
}

/** Reads `{…}` or `[…]` that starts at `start`. One that nobody closes ends at the text's end. */
export function readFlow(text: string, start: number, fault: Cursor['fault']): JsonValue {
  return readCollection({ text, fault, at: start }, 0);
}

function readCollection(cursor: Cursor, depth: number): JsonValue {
  const { text, at: start } = cursor;
  const isList = text[start] === '[';
  const close = isList ? ']' : '}';
  const items: JsonValue[] = [];
  const members = new Map<string, JsonMember>();
  cursor.at += 1;
  for (;;) {
    skipSpace(cursor);
    const next = text[cursor.at];
    if (next === undefined) {
      cursor.fault(start, `${text[start]} is not closed`);
      break;
    }
    if (next === close || next === ']' || next === '}') {
      cursor.at += 1;
      if (next !== close) cursor.fault(cursor.at - 1, `expected ${close}`);
      break;
    }
    if (next === ',') {
      cursor.at += 1;
      continue;
    }
    if (isList) items.push(readItem(cursor, depth));
    else readPair(cursor, members, depth);
  }
  const end = cursor.at;
  return isList ? { is: 'array', start, end, items } : { is: 'object', start, end, members };
}

function readPair(cursor: Cursor, members: Map<string, JsonMember>, depth: number): void {
  const start = cursor.at;
  const key = readItem(cursor, depth);
  const end = cursor.at;
  skipSpace(cursor);
  let value: JsonValue = { is: 'scalar', start: end, end, value: null };
  if (cursor.text[cursor.at] === ':') {
    cursor.at += 1;
    skipSpace(cursor);
    if (!/[,}\]]/.test(cursor.text[cursor.at] ?? ',')) value = readItem(cursor, depth);
  }
  if (key.is === 'scalar') members.set(String(key.value), { start, end, value });
}

function readItem(cursor: Cursor, depth: number): JsonValue {
  const { text, at: start } = cursor;
  const first = text[start];
  if (first === '{' || first === '[') {
    if (depth < maxDepth) return readCollection(cursor, depth + 1);
    cursor.fault(start, `nested deeper than ${maxDepth} levels`);
    cursor.at = text.length;
    return { is: 'scalar', start, end: start, value: null };
  }
  const pattern = first === '"' ? doubleQuoted : first === "'" ? singleQuoted : plain;
  pattern.lastIndex = start;
  const found = pattern.exec(text)?.[0].trimEnd() ?? text[start]!;
  cursor.at += Math.max(1, found.length);
  const isQuoted = pattern !== plain && found.length > 1;
  return { is: 'scalar', start, end: cursor.at, value: isQuoted ? unquote(found) : (words.get(found) ?? found) };
}

const words: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

const doubleQuoted = /"(?:[^"\\]|\\[^]){0,65536}"/y;
const singleQuoted = /'(?:[^']|''){0,65536}'/y;
/** A colon is part of it unless a blank or an end follows. */
const plain = /(?:[^,[\]{}:\n]|:(?![\s,[\]{}])){1,65536}/y;

function skipSpace(cursor: Cursor): void {
  while (cursor.text.charCodeAt(cursor.at) <= 32) cursor.at += 1;
}
