import type { Edit } from '@plumbline/core';
import { linesOf } from '../text/lines.ts';

/** A replacement in one file. Units: offsets in its text; equal ones insert. */
export interface TextEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with edits that do not overlap carried out. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { start, end, text: part } of edits.toSorted((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + part + result.slice(end);
  }
  return result;
}

/** The same as a finding carries them, with lines and columns. */
export function asEdits(edits: readonly TextEdit[], textOf: (file: string) => string | undefined): readonly Edit[] {
  return edits.map(({ file, start, end, text }) => ({
    location: linesOf(file, textOf(file) ?? '').location(start, end),
    text,
  }));
}
