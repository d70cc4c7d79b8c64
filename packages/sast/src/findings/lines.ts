import type { Location, Position } from '@plumbline/core';

/** Where the lines of a text begin, to turn indices into lines and columns. */
export interface Lines {
  readonly count: number;
  readonly position: (offset: number) => Position;
  readonly location: (file: string, start: number, end: number) => Location;
  /** Index of the first character of a line, counted from 1. */
  readonly startOf: (line: number) => number;
  /** A line's text, without its end. */
  readonly text: (line: number) => string;
}

export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  function position(offset: number): Position {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  }

  return {
    count: text === '' ? 0 : starts.length - (text.endsWith('\n') ? 1 : 0),
    position,
    location: (file, start, end) => ({ file, start: position(start), end: position(end) }),
    startOf: (line) => starts[line - 1] ?? text.length,
    text: (line) => text.slice(starts[line - 1] ?? text.length, starts[line] ?? text.length + 1).replace(/\r?\n$/, ''),
  };
}
