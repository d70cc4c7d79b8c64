/**
 * A reader for Clojure's data: lists, vectors, maps, texts, symbols and keywords with positions. Nothing is run; tags
 * and marks in front of a form are stepped over.
 *
 * Source: https://github.com/edn-format/edn
 */

export type EdnForm = EdnList | EdnWord;

export interface EdnList {
  readonly is: 'list' | 'vector' | 'map';
  readonly start: number;
  readonly end: number;
  readonly items: readonly EdnForm[];
}

export interface EdnWord {
  /** A keyword's value has its colon. */
  readonly is: 'text' | 'word';
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Units: brackets inside brackets; tokens; characters of one text. */
const maxDepth = 100;
const maxForms = 1_000_000;
const maxText = 2048;

const closes: Readonly<Record<string, EdnList['is']>> = { '(': 'list', '[': 'vector', '{': 'map' };
const token = /[\s,]+|;[^\n]*|"|[()[\]{}]|#_|[#'`~^@]|[^\s,;"()[\]{}#'`~^@]+/y;

interface Open {
  readonly is: EdnList['is'];
  readonly start: number;
  readonly items: EdnForm[];
}

/** The forms of a text; what is not closed ends with it. */
export function readEdn(text: string): readonly EdnForm[] {
  const reading: Reading = { top: [], open: [], tooDeep: 0 };
  let count = 0;
  for (let at = 0; at < text.length && count < maxForms; count += 1) {
    const found = tokenAt(text, at);
    take(reading, found, at);
    at = found.end;
  }
  while (reading.open.length > 0) close(reading, text.length);
  return reading.top;
}

interface Reading {
  readonly top: EdnForm[];
  readonly open: Open[];
  /** Brackets that are open inside of more than anybody has. */
  tooDeep: number;
}

function take(reading: Reading, { text, end, word }: Token, start: number): void {
  const { top, open } = reading;
  const kind = closes[text];
  if (kind !== undefined) {
    if (open.length >= maxDepth) reading.tooDeep += 1;
    else open.push({ is: kind, start, items: [] });
  } else if (/^[)\]}]$/.test(text)) {
    if (reading.tooDeep > 0) reading.tooDeep -= 1;
    else close(reading, end);
  } else if (reading.tooDeep === 0) {
    const items = open.at(-1)?.items ?? top;
    if (word) add(items, word);
    else if (text === leftOut) items.push({ is: 'word', start, end: start, value: leftOut });
  }
}

/** Stands before a form that is left out. */
const leftOut = '#_';

function add(items: EdnForm[], form: EdnForm): void {
  const last = items.at(-1);
  if (last?.is === 'word' && last.value === leftOut) items.pop();
  else items.push(form);
}

function close({ open, top }: Reading, end: number): void {
  const last = open.pop();
  if (last) add(open.at(-1)?.items ?? top, { ...last, end });
}

interface Token {
  readonly text: string;
  readonly end: number;
  readonly word?: EdnWord;
}

function tokenAt(text: string, start: number): Token {
  token.lastIndex = start;
  const found = token.exec(text)?.[0] ?? text[start]!;
  if (found === '"') {
    const end = endOfText(text, start + 1);
    const value = text.slice(start + 1, Math.min(end, start + 1 + maxText));
    const stop = Math.min(text.length, end + 1);
    return { text: found, end: stop, word: { is: 'text', start, end: stop, value } };
  }
  const end = start + found.length;
  const isWord = /^[^\s,;"()[\]{}#'`~^@]/.test(found);
  return isWord
    ? { text: found, end, word: { is: 'word', start, end, value: found.slice(0, maxText) } }
    : { text: found, end };
}

function endOfText(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}

/** The value behind a word in a map, or in a list of words and values. */
export function ednAt(form: EdnForm | undefined, name: string): EdnForm | undefined {
  const items = ednItems(form);
  const at = items.findIndex((it) => it.is === 'word' && it.value === name);
  return at === -1 ? undefined : items[at + 1];
}

export function ednItems(form: EdnForm | undefined): readonly EdnForm[] {
  return form && 'items' in form ? form.items : [];
}

export function ednValue(form: EdnForm | undefined): string {
  return form && 'value' in form ? form.value : '';
}
