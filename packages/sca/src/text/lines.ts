import type { Location, Position } from '@plumbline/core';

/** Turns offsets of one text into lines and columns. */
export interface Lines {
  position(offset: number): Position;
  location(start: number, end: number): Location;
}

/** Shape: `file` is the path that the locations carry. */
export function linesOf(file: string, text: string): Lines {
  const starts = lineStarts(text);
  const position = (offset: number): Position => {
    const line = lineAt(starts, offset);
    return { line: line + 1, column: offset - starts[line]! + 1 };
  };
  return {
    position,
    location: (start, end) => ({ file, start: position(start), end: position(Math.max(start, end)) }),
  };
}

/** A line of a text without its line break, and where it is. */
export interface Line {
  readonly text: string;
  /** Units: counted from 1. */
  readonly number: number;
}

/** The lines of a text, whatever ends them; one by one, for a hostile text has millions. */
export function* linesIn(text: string): Iterable<Line> {
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  for (let number = 1; ; number += 1) {
    const end = ends.exec(text);
    yield { text: text.slice(start, end?.index), number };
    if (!end) return;
    start = ends.lastIndex;
  }
}

/** A stretch of one line. Units: columns counted from 1. */
export function locationInLine(file: string, line: number, column: number, length: number): Location {
  return { file, start: { line, column }, end: { line, column: column + length } };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (/\r(?!\n)/.test(text)) {
    for (const found of text.matchAll(/\r\n|\n|\r/g)) starts.push(found.index + found[0].length);
    return starts;
  }
  // Most texts: several times faster than a pattern.
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The last line that starts at or before `offset`. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
