import type { Snippet } from '@plumbline/core';
import type { Lines } from './lines.ts';
import { masked, type Secret } from './secrets.ts';

/** Lines shown before and after a place. */
const around = 3;
/** Lines of the place itself: of a long statement the beginning is enough. */
const maxLines = 12;
/** Units: characters. Lines of generated code go on for ever. */
const maxLine = 400;

/** The source text that findings show. */
export interface Shown {
  readonly text: string;
  readonly lines: Lines;
  readonly secrets: readonly Secret[];
}

/** The lines around a place, or only its first one. */
export function snippetAt(shown: Shown, start: number, end: number, context: 'around' | 'line' = 'around'): Snippet {
  const margin = context === 'around' ? around : 0;
  const first = shown.lines.position(start).line;
  const last =
    context === 'line' ? first : Math.min(shown.lines.position(Math.max(start, end - 1)).line, first + maxLines - 1);
  const from = Math.max(1, first - margin);
  const to = Math.max(first, Math.min(shown.lines.count, last + margin));
  const lines: string[] = [];
  for (let line = from; line <= to; line++) lines.push(lineText(shown, line));
  return { line: from, lines };
}

function lineText({ text, lines, secrets }: Shown, line: number): string {
  const start = lines.startOf(line);
  const length = Math.min(lines.text(line).length, maxLine);
  return masked(text, start, start + length, secrets);
}
