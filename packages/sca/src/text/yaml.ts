/**
 * A reader for the YAML that programs write: block mappings and lists, flow collections, plain, quoted and block
 * scalars, several documents in one text. It gives the same values with positions as the JSON reader does.
 *
 * Plain scalars stay texts, so that `1.10` is not 1.1; only `true`, `false` and `null` are more. Anchors and aliases are
 * never followed, so that a text cannot grow. What is broken is noted by offset and the rest is kept.
 *
 * Source: https://yaml.org/spec/1.2.2/
 */
import type { Fault, JsonMember, JsonValue } from './json.ts';
import { readFlow } from './yaml-flow.ts';
import { closingQuote, unquote } from './yaml-quoted.ts';

/** A line with something on it. Units: offsets; `start` is that of its first character, `end` is behind its last. */
interface Row {
  indent: number;
  start: number;
  readonly end: number;
}

interface Reading {
  readonly text: string;
  readonly rows: readonly Row[];
  readonly faults: Fault[];
  /** The row that is read next. */
  at: number;
}

/** Lock files nest eight levels or so. The bound also bounds the recursion below. */
const maxDepth = 100;
const maxFaults = 20;
/** Units: characters of a mark's line that are looked at for where a document begins. */
const maxMark = 1000;
/** The largest known lock files have 100,000 lines. */
const maxRows = 2_000_000;

/** Reads the documents of a text. */
export function readYaml(text: string): {
  readonly documents: readonly JsonValue[];
  readonly faults: readonly Fault[];
} {
  const faults: Fault[] = [];
  const documents: JsonValue[] = [];
  for (const rows of documentsIn(text, faults)) {
    const reading: Reading = { text, rows, faults, at: 0 };
    const value = readBlock(reading, 0);
    if (value) documents.push(value);
    while (reading.at < rows.length && faults.length < maxFaults) {
      fault(reading, rows[reading.at]!.start, 'text after the end of the document');
      reading.at = rows.length;
    }
  }
  return { documents, faults };
}

function documentsIn(text: string, faults: Fault[]): readonly (readonly Row[])[] {
  const documents: Row[][] = [[]];
  let count = 0;
  for (let start = 0; start < text.length;) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak === -1 ? text.length : lineBreak;
    const row = rowOf(text, start, end);
    start = end + 1;
    if (!row) continue;
    count += 1;
    if (count > maxRows) {
      faults.push({ offset: row.start, message: `more than ${maxRows} lines; the rest is left out` });
      break;
    }
    if (row.indent === 0 && isMark(text, row)) {
      const rest = behindMark(text, row);
      documents.push(rest ? [rest] : []);
    } else documents.at(-1)!.push(row);
  }
  return documents.filter((it) => it.length > 0);
}

/** Undefined for blank lines, comments and directives. */
function rowOf(text: string, lineStart: number, lineEnd: number): Row | undefined {
  let start = lineStart;
  while (start < lineEnd && text.charCodeAt(start) === 32) start += 1;
  let end = lineEnd;
  while (end > start && text.charCodeAt(end - 1) <= 32) end -= 1;
  const first = text[start];
  if (end === start || first === '#' || (first === '%' && start === lineStart)) return undefined;
  return { indent: start - lineStart, start, end };
}

function isMark(text: string, { start, end }: Row): boolean {
  if (!text.startsWith('---', start) && !text.startsWith('...', start)) return false;
  return end - start === 3 || /\s/.test(text[start + 3]!);
}

/** A document may begin in the line of its mark, behind its tag; a comment is nothing. */
function behindMark(text: string, { start, end }: Row): Row | undefined {
  const line = text.slice(start + 3, Math.min(end, start + maxMark));
  const lead = /^\s*(?:!\S*(?:\s+|$))?/.exec(line)![0].length;
  return lead === line.length || line[lead] === '#' ? undefined : { indent: 0, start: start + 3 + lead, end };
}

/** Reads what starts at the next row, at its indentation. */
function readBlock(reading: Reading, depth: number): JsonValue | undefined {
  const row = reading.rows[reading.at];
  if (!row) return undefined;
  if (depth >= maxDepth) return skipDeep(reading, row);
  if (isItem(reading, row)) return readList(reading, row.indent, depth);
  if (isComplexKey(reading, row) || keyIn(reading, row)) return readMapping(reading, row.indent, depth);
  reading.at += 1;
  return readValue(reading, row.start, row, { indent: row.indent - 1, depth });
}

function skipDeep(reading: Reading, { indent, start }: Row): undefined {
  fault(reading, start, `nested deeper than ${maxDepth} levels`);
  skipDeeper(reading, indent - 1);
}

function skipDeeper(reading: Reading, indent: number): void {
  while ((reading.rows[reading.at]?.indent ?? -1) > indent) reading.at += 1;
}

function isItem({ text }: Reading, { start, end }: Row): boolean {
  return text[start] === '-' && (end === start + 1 || text[start + 1] === ' ');
}

/** `? ` before a key: how writers put keys of more than 1024 characters. */
function isComplexKey({ text }: Reading, { start }: Row): boolean {
  return text.startsWith('? ', start);
}

function readList(reading: Reading, indent: number, depth: number): JsonValue {
  const { rows } = reading;
  const { start } = rows[reading.at]!;
  const items: JsonValue[] = [];
  for (let row = rows[reading.at]; row?.indent === indent && isItem(reading, row); row = rows[reading.at]) {
    const item = readInner(reading, row, indent, depth);
    if (item) items.push(item);
  }
  return { is: 'array', start, end: endBefore(reading), items };
}

/** What stands behind `- `, `? ` or `: `: a block of its own that begins in the same line, or in the next. */
function readInner(reading: Reading, row: Row, indent: number, depth: number): JsonValue | undefined {
  const { text, rows } = reading;
  let start = row.start + 1;
  while (start < row.end && text.charCodeAt(start) === 32) start += 1;
  if (start < row.end && text[start] !== '#') {
    row.indent += start - row.start;
    row.start = start;
    return readBlock(reading, depth + 1);
  }
  reading.at += 1;
  return (rows[reading.at]?.indent ?? -1) > indent ? readBlock(reading, depth + 1) : undefined;
}

interface Key {
  readonly name: string;
  readonly end: number;
  /** Offset of what stands behind the colon. */
  readonly next: number;
}

function readMapping(reading: Reading, indent: number, depth: number): JsonValue {
  const { rows } = reading;
  const { start } = rows[reading.at]!;
  const members = new Map<string, JsonMember>();
  for (let row = rows[reading.at]; row && row.indent >= indent; row = rows[reading.at]) {
    if (row.indent === indent && isItem(reading, row)) break;
    const keyStart = row.start;
    const found = row.indent === indent ? readPair(reading, row, indent, depth) : undefined;
    if (!found) {
      fault(reading, keyStart, row.indent > indent ? tooDeep : 'expected a key and a colon');
      if (rows[reading.at] === row) reading.at += 1;
      continue;
    }
    const { key, value } = found;
    if (members.has(key.name)) {
      fault(reading, keyStart, `the key ${JSON.stringify(key.name.slice(0, 80))} is there twice`);
    }
    members.set(key.name, { start: keyStart, end: key.end, value });
  }
  return { is: 'object', start, end: endBefore(reading), members };
}

const tooDeep = 'indented deeper than the keys before it';

function readPair(
  reading: Reading,
  row: Row,
  indent: number,
  depth: number,
): { readonly key: Key; readonly value: JsonValue } | undefined {
  const isComplex = isComplexKey(reading, row);
  const key = isComplex ? readComplexKey(reading, row, indent, depth) : keyIn(reading, row);
  if (!key) return undefined;
  return { key, value: (isComplex ? readComplexValue : readMember)(reading, key, indent, depth) };
}

function readMember(reading: Reading, key: Key, indent: number, depth: number): JsonValue {
  const { rows, text } = reading;
  const row = rows[reading.at]!;
  reading.at += 1;
  if (key.next < row.end && text[key.next] !== '#') {
    return readValue(reading, key.next, row, { indent, depth }) ?? nothing(key.next);
  }
  const below = rows[reading.at];
  // The items of a list may stand as far left as its key.
  const isBelow = below && (below.indent > indent || (below.indent === indent && isItem(reading, below)));
  return (isBelow ? readBlock(reading, depth + 1) : undefined) ?? nothing(key.next);
}

function nothing(offset: number): JsonValue {
  return { is: 'scalar', start: offset, end: offset, value: null };
}

function readComplexKey(reading: Reading, row: Row, indent: number, depth: number): Key | undefined {
  const found = readInner(reading, row, indent, depth);
  if (found?.is !== 'scalar') return undefined;
  return { name: String(found.value), end: found.end, next: found.end };
}

function readComplexValue(reading: Reading, key: Key, indent: number, depth: number): JsonValue {
  const row = reading.rows[reading.at];
  const isValue = row?.indent === indent && /^:(?: |$)/.test(reading.text.slice(row.start, row.start + 2));
  return (isValue ? readInner(reading, row, indent, depth) : undefined) ?? nothing(key.next);
}

/** The key at the start of a row; undefined when there is none. */
function keyIn({ text }: Reading, { start, end }: Row): Key | undefined {
  const first = text[start]!;
  if (first === '"' || first === "'") {
    const close = closingQuote(text, start, end);
    const colon = close === undefined ? undefined : colonIn(text, close, end);
    if (colon === undefined || text.slice(close, colon).trim() !== '') return undefined;
    return { name: unquote(text.slice(start, close)), end: close!, next: behindSpace(text, colon + 1, end) };
  }
  // Flow collections and anchors begin with a character that no plain key begins with.
  const colon = '[{|>&*!`'.includes(first) ? undefined : colonIn(text, start, end);
  if (colon === undefined) return undefined;
  return { name: text.slice(start, colon).trimEnd(), end: colon, next: behindSpace(text, colon + 1, end) };
}

/** The next colon that a blank or the end of the line follows. */
function colonIn(text: string, start: number, end: number): number | undefined {
  for (let colon = text.indexOf(':', start); colon !== -1 && colon < end; colon = text.indexOf(':', colon + 1)) {
    if (colon + 1 >= end || text.charCodeAt(colon + 1) <= 32) return colon;
  }
  return undefined;
}

function behindSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) <= 32) at += 1;
  return at;
}

/** Reads a scalar or a flow collection that starts at `start` in `row`, which is the one before the next. */
function readValue(
  reading: Reading,
  start: number,
  row: Row,
  parent: { readonly indent: number; readonly depth: number },
): JsonValue | undefined {
  const { text, rows } = reading;
  const from = behindProperties(text, start, row.end);
  if (from >= row.end) {
    return (rows[reading.at]?.indent ?? -1) > parent.indent ? readBlock(reading, parent.depth + 1) : undefined;
  }
  switch (text[from]) {
    case '{':
    case '[':
      return readCollection(reading, from);
    case '"':
    case "'":
      return readQuoted(reading, from, row);
    case '|':
    case '>':
      return readText(reading, from, parent.indent);
    default:
      return readPlain(reading, from, row, parent.indent);
  }
}

function readCollection(reading: Reading, start: number): JsonValue {
  const value = readFlow(reading.text, start, (offset, message) => fault(reading, offset, message));
  skipTo(reading, value.end);
  return value;
}

/** Goes on to the first row that starts at or behind an offset. */
function skipTo(reading: Reading, offset: number): void {
  while ((reading.rows[reading.at]?.start ?? Infinity) < offset) reading.at += 1;
}

/** Steps over anchors and tags. */
function behindProperties(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text[at] === '&' || text[at] === '!')) {
    while (at < end && text.charCodeAt(at) > 32) at += 1;
    while (at < end && text.charCodeAt(at) <= 32) at += 1;
  }
  return at;
}

function readQuoted(reading: Reading, start: number, row: Row): JsonValue {
  const { text } = reading;
  // A quote that nobody closes ends with its line.
  const end = closingQuote(text, start, row.end) ?? closingQuote(text, start, Math.min(text.length, start + 64 * 1024));
  if (end === undefined) {
    fault(reading, start, 'a quote is not closed');
    return { is: 'scalar', start, end: row.end, value: text.slice(start + 1, row.end) };
  }
  skipTo(reading, end);
  return { is: 'scalar', start, end, value: unquote(text.slice(start, end)) };
}

/** A block of text behind `|` or `>`, as written. */
function readText(reading: Reading, start: number, indent: number): JsonValue {
  const from = reading.rows[reading.at]?.start ?? start;
  skipDeeper(reading, indent);
  const end = endBefore(reading);
  return { is: 'scalar', start, end, value: end > from ? reading.text.slice(from, end) : '' };
}

const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null, '~': null };

function readPlain(reading: Reading, start: number, row: Row, indent: number): JsonValue {
  const { text, rows } = reading;
  const parts = [withoutComment(text.slice(start, row.end))];
  let end = start + parts[0]!.length;
  for (let next = rows[reading.at]; next && next.indent > indent; next = rows[reading.at]) {
    parts.push(withoutComment(text.slice(next.start, next.end)));
    end = next.end;
    reading.at += 1;
  }
  const value = parts.join(' ');
  return { is: 'scalar', start, end, value: Object.hasOwn(words, value) ? words[value]! : value };
}

function withoutComment(text: string): string {
  const comment = text.indexOf(' #');
  return comment === -1 ? text : text.slice(0, comment).trimEnd();
}

function endBefore({ rows, at }: Reading): number {
  return rows[at - 1]?.end ?? 0;
}

function fault({ faults }: { readonly faults: Fault[] }, offset: number, message: string): void {
  if (faults.length < maxFaults) faults.push({ offset, message });
}
