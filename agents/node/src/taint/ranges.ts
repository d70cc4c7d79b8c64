/**
 * Which parts of a string came from outside.
 *
 * Shape: four numbers a range: start, end, index of its source, marks. Sorted, without overlap. Shared between strings
 *        and never changed. Marks are bits: `ambiguous`, and one for each kind of sink that the part is safe for.
 */
export type Ranges = readonly number[];

/** A value so short, or so like a constant of the application, that it may not be the one from outside. */
export const ambiguous = 1;
const maxRanges = 64;

/** A string all of which came from one source. */
export function all(length: number, source: number, marks = 0): Ranges {
  return [0, length, source, marks];
}

export function shift(ranges: Ranges, by: number): Ranges {
  if (by === 0) return ranges;
  return ranges.map((it, i) => (i % 4 < 2 ? it + by : it));
}

/** The ranges of `text.slice(from, to)`. */
export function cut(ranges: Ranges, from: number, to: number): Ranges {
  const found: number[] = [];
  for (let i = 0; i < ranges.length; i += 4) {
    const start = Math.max(ranges[i]! - from, 0);
    const end = Math.min(ranges[i + 1]!, to) - from;
    if (start < end) found.push(start, end, ranges[i + 2]!, ranges[i + 3]!);
  }
  return found;
}

/** `first` and then `second`; what exceeds the limit is left out, the string stays tainted. */
export function append(first: Ranges | undefined, second: Ranges): Ranges {
  if (first === undefined || first.length === 0) return second;
  if (second.length === 0 || first.length >= maxRanges * 4) return first;
  return [...first, ...second].slice(0, maxRanges * 4);
}

/** One range over all of a string, where its parts cannot be told. It is safe only for what every part is safe for. */
export function coarse(ranges: Ranges, length: number): Ranges {
  let marks = -1;
  for (let i = 3; i < ranges.length; i += 4) marks &= ranges[i]!;
  return all(length, ranges[2]!, marks);
}

export function marked(ranges: Ranges, marks: number): Ranges {
  if (marks === 0) return ranges;
  return ranges.map((it, i) => (i % 4 === 3 ? it | marks : it));
}
