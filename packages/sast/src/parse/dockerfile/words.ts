import type { FlatBuilder } from '../flat-builder.ts';
import type { Stretch } from './lines.ts';

/** What patterns write in place of something. */
export const placeholder = /^(?:zz[MES]\w+|\$[A-Z_][A-Z_0-9]*)$/;

/** The words of a stretch: blanks part them, but for those in quotes, in `${…}` and behind a backslash. */
export function wordsIn(text: string, { start, end }: Stretch): Stretch[] {
  const words: Stretch[] = [];
  let at = start;
  while (at < end) {
    if (isBlank(text, at)) at++;
    else {
      const from = at;
      while (at < end && !isBlank(text, at)) at = stepOver(text, at, end);
      words.push({ start: from, end: at });
    }
  }
  return words;
}

/** Space, or a line that goes on. */
function isBlank(text: string, at: number): boolean {
  return /\s/.test(text[at]!) || (text[at] === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3)));
}

/** Behind the character here, or behind the quotes that begin here. */
function stepOver(text: string, at: number, end: number): number {
  const char = text[at]!;
  if (char === '\\') return Math.min(end, at + 2);
  if (char === '"' || char === "'") return closing(text, at, end) ?? at + 1;
  if (char === '$' && text[at + 1] === '{') return braceEnd(text, at + 2, end);
  return at + 1;
}

function closing(text: string, open: number, end: number): number | undefined {
  const quote = text[open]!;
  for (let at = open + 1; at < end; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) return at + 1;
  }
  return undefined;
}

/** Longer names and defaults of variables are none. */
const maxBraces = 2000;

function braceEnd(text: string, from: number, end: number): number {
  let depth = 1;
  const last = Math.min(end, from + maxBraces);
  for (let at = from; at < last; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return from;
}

/** The first of these characters outside of quotes and braces; -1 for none. */
export function indexOutside(text: string, { start, end }: Stretch, char: string): number {
  for (let at = start; at < end; at = stepOver(text, at, end)) if (text[at] === char) return at;
  return -1;
}

const variable = /\$(?:\{([A-Za-z_]\w*)|([A-Za-z_]\w*))/g;

/** Adds one word: a text, a variable, or a text with variables in it. */
export function addWord(out: FlatBuilder, text: string, word: Stretch, field?: string): void {
  const { start, end } = word;
  const quote = /["']/.test(text[start]!) && end - start > 1 && closing(text, start, end) === end ? text[start] : '';
  const inner = quote === '' ? word : { start: start + 1, end: end - 1 };
  const variables = quote === "'" ? [] : variablesIn(text, inner.start, inner.end);
  const [first] = variables;
  if (!first) out.leaf({ kind: quote === '' ? 'plain' : 'quoted', start, end, field });
  else if (first.start === inner.start && first.end === inner.end) addVariable(out, first, field);
  else {
    out.open({ kind: 'mixed', start, end, field });
    addParts(out, inner, variables);
    out.close();
  }
}

/** Variables, and the texts between them. */
function addParts(out: FlatBuilder, { start, end }: Stretch, variables: readonly Variable[]): void {
  let at = start;
  for (const it of variables) {
    if (it.start > at) out.leaf({ kind: 'piece', start: at, end: it.start });
    addVariable(out, it);
    at = it.end;
  }
  if (at < end) out.leaf({ kind: 'piece', start: at, end });
}

interface Variable extends Stretch {
  readonly name: Stretch;
}

function variablesIn(text: string, from: number, to: number): Variable[] {
  const found: Variable[] = [];
  variable.lastIndex = from;
  for (let it = variable.exec(text); it && it.index < to; it = variable.exec(text)) {
    const name = it[1] ?? it[2]!;
    const start = it.index + it[0].length - name.length;
    const end = it[1] === undefined ? start + name.length : braceEnd(text, start, to);
    if (text[it.index - 1] === '\\' || end > to) continue;
    found.push({ start: it.index, end, name: { start, end: start + name.length } });
    variable.lastIndex = end;
  }
  return found;
}

function addVariable(out: FlatBuilder, { start, end, name }: Variable, field?: string): void {
  out.open({ kind: 'variable', start, end, field });
  out.token({ kind: '$', start, end: name.start });
  out.token({ kind: '$', start: name.end, end });
  out.close();
}

const item = /\s*(?:"(?:[^"\\\n]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|zz[MES]\w+|\$[A-Z_][A-Z_0-9]*)\s*/y;

/** The texts of a JSON array that is all there is in the stretch; undefined if it is something else. */
export function execForm(text: string, { start, end }: Stretch): Stretch[] | undefined {
  // A line that goes on is a blank here.
  const source = text
    .slice(start, end)
    .replaceAll(/\\(?=\r?\n)/g, ' ')
    .trimEnd();
  const last = source.length - 1;
  if (source[0] !== '[' || source[last] !== ']' || last < 1) return undefined;
  const items: Stretch[] = [];
  if (source.slice(1, last).trim() === '') return items;
  for (let at = 1; ; at++) {
    item.lastIndex = at;
    const found = item.exec(source);
    if (!found) return undefined;
    const from = start + at + found[0].length - found[0].trimStart().length;
    items.push({ start: from, end: from + found[0].trim().length });
    at = item.lastIndex;
    if (at === last) return items;
    if (source[at] !== ',') return undefined;
  }
}
