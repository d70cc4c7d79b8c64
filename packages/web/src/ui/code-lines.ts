import type { Token } from './highlight.ts';

/** Lines of one file that follow each other. */
export interface Chunk {
  readonly line: number;
  readonly lines: readonly string[];
}

/** A stretch of a file to be marked. Columns count from 1; `end` is behind the last character. */
export interface Mark {
  readonly id: number;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** Puts snippets of one file together: each line once, in order, lines that follow each other in one chunk. */
export function joinSnippets(snippets: readonly Chunk[]): Chunk[] {
  const known = new Map<number, string>();
  for (const { line, lines } of snippets) {
    for (const [at, text] of lines.entries()) known.set(line + at, text);
  }
  const chunks: { line: number; lines: string[] }[] = [];
  for (const number of [...known.keys()].sort((a, b) => a - b)) {
    const last = chunks.at(-1);
    const text = known.get(number)!;
    if (last && last.line + last.lines.length === number) last.lines.push(text);
    else chunks.push({ line: number, lines: [text] });
  }
  return chunks;
}

export interface Piece extends Token {
  /** The marks that this piece lies in. */
  readonly marks: readonly number[];
}

/** The part of a line that a mark covers, from column to column; undefined if none. */
export function span(mark: Mark, number: number, length: number): readonly [number, number] | undefined {
  if (number < mark.start.line || number > mark.end.line) return undefined;
  const from = number === mark.start.line ? mark.start.column - 1 : 0;
  const to = number === mark.end.line ? mark.end.column - 1 : length;
  return from < Math.min(to, length) ? [from, Math.min(to, length)] : undefined;
}

/** Cuts the coloured stretches of a line where marks begin and end. */
export function cut(tokens: readonly Token[], marks: readonly Mark[], number: number): Piece[] {
  const length = tokens.reduce((sum, it) => sum + it.text.length, 0);
  const spans = marks.flatMap((it) => {
    const covers = span(it, number, length);
    return covers ? [{ id: it.id, from: covers[0], to: covers[1] }] : [];
  });
  const edges = [...new Set(spans.flatMap((it) => [it.from, it.to]))].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let column = 0;
  for (const { text, style } of tokens) {
    const end = column + text.length;
    const cuts = [column, ...edges.filter((it) => it > column && it < end), end];
    for (let at = 0; at + 1 < cuts.length; at++) {
      const from = cuts[at]!;
      const to = cuts[at + 1]!;
      const within = spans.filter((it) => it.from <= from && it.to >= to).map((it) => it.id);
      pieces.push({ text: text.slice(from - column, to - column), style, marks: within });
    }
    column = end;
  }
  return pieces;
}
