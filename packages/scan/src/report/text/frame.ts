import type { Location, Snippet } from '@plumbline/core';
import type { Page } from './page.ts';
import { cut, plain, widthOf } from './plain.ts';

/** Lines above and below that are shown. */
const around = 2;
/** A longer range is shown by its first lines. */
const mostLines = 4;

/** The code at a location, with the range underlined. */
export function frame(page: Page, location: Location, snippet: Snippet | undefined): string[] {
  if (!snippet) return [];
  const { start, end } = location;
  const last = Math.min(Math.max(end.line, start.line), start.line + mostLines - 1);
  const shown = snippet.lines
    .map((text, index) => ({ text: text.replace(/\r$/, ''), number: snippet.line + index }))
    .filter(({ number }) => number >= start.line - around && number <= last + around);
  const digits = String(last + around).length;
  return trimmed(shown).flatMap(({ text, number }) => {
    const inside = number >= start.line && number <= last;
    const gutter = page.dim(`${inside ? '>' : ' '} ${String(number).padStart(digits)} │`);
    const line = `${gutter} ${window(page, text, location, number)}`.trimEnd();
    if (!inside) return [page.dim(line)];
    return [line, ...underline(page, text, location, { number, digits })];
  });
}

/** Without empty lines at both ends. */
function trimmed<T extends { readonly text: string }>(lines: readonly T[]): readonly T[] {
  const first = lines.findIndex((it) => it.text.trim() !== '');
  const last = lines.findLastIndex((it) => it.text.trim() !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}

/** Units: columns that margin, marker, number and gutter take: `  > 123456 │ `. */
const margin = 13;

/** Where the shown part of a line begins: a long line is shown from shortly before its range on. */
function startOfWindow(page: Page, text: string, { start }: Location, number: number): number {
  const room = page.width - margin;
  if (number !== start.line || widthOf(plain(text)) <= room || start.column < room / 2) return 0;
  return Math.max(0, start.column - Math.floor(room / 3));
}

function window(page: Page, text: string, location: Location, number: number): string {
  const from = startOfWindow(page, text, location, number);
  // Before `plain`, which would make a megabyte of one line into several.
  const part = text.slice(from, from + page.width * 2);
  return cut((from > 0 ? '…' : '') + plain(part), page.width - margin);
}

function underline(
  page: Page,
  text: string,
  location: Location,
  { number, digits }: { readonly number: number; readonly digits: number },
): string[] {
  const { start, end } = location;
  const from = startOfWindow(page, text, location, number);
  const indent = text.length - text.trimStart().length;
  const begin = number === start.line ? start.column - 1 : indent;
  const stop = number === end.line ? end.column - 1 : text.length;
  const room = page.width - margin;
  const before = widthOf(plain(text.slice(from, from + Math.min(begin - from, page.width * 2)))) + (from > 0 ? 1 : 0);
  const length = widthOf(plain(text.slice(begin, Math.min(stop, begin + page.width * 2))));
  if (before >= room) return [];
  const marks = '~'.repeat(Math.max(1, Math.min(length, room - before)));
  return [`${page.dim(`${' '.repeat(digits + 2)} │`)} ${' '.repeat(before)}${page.bad(marks)}`];
}
