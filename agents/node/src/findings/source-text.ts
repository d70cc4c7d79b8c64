import fs from 'node:fs';

const { readFileSync, statSync } = fs; // as they were before they were watched
const maxBytes = 4 * 1024 * 1024;
const around = 2;

/** The lines of a file, none if it cannot be read. */
export function linesOf(file: string): readonly string[] {
  try {
    if (statSync(file).size > maxBytes) return [];
    return readFileSync(file, 'utf8').split(/\r\n|[\n\u2028\u2029]/);
  } catch {
    return []; // gone, or not ours to read
  }
}

export interface Excerpt {
  readonly line: number;
  readonly lines: readonly string[];
}

/** A few lines around a line. */
export function excerptOf(lines: readonly string[], line: number): Excerpt | undefined {
  if (line > lines.length) return undefined;
  const first = Math.max(1, line - around);
  return { line: first, lines: lines.slice(first - 1, line + around).map((it) => it.slice(0, 400)) };
}

/** The column after the name that stands at a column. */
export function endOfName(lines: readonly string[], line: number, column: number): number {
  const name = /^[\w$]+/.exec((lines[line - 1] ?? '').slice(column - 1));
  return column + (name?.[0].length ?? 0);
}
