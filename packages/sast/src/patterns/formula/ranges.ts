/**
 * The algebra of ranges: how the matches of a rule's parts become the matches of the rule. A range of an `inside` term
 * is context: it may be what a match lies in, but is a match itself only inside of another one.
 */
import { type Bindings, compatible, merged } from '../match/bindings.ts';

/** Units: `start` and `end` are indices into the text. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly bindings: Bindings;
  readonly inside: boolean;
  readonly fix?: string;
}

export function contains(outer: { start: number; end: number }, inner: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

const maxRanges = 20_000;

/** Ranges of one list that lie in one of the other, with the bindings of both. */
export function intersect(one: readonly Range[], other: readonly Range[]): Range[] {
  return distinct([...within(one, other), ...within(other, one)]);
}

function within(inner: readonly Range[], outer: readonly Range[]): Range[] {
  const found: Range[] = [];
  const sorted = outer.toSorted((a, b) => a.start - b.start);
  for (const u of inner) {
    for (const v of sorted) {
      if (v.start > u.start || found.length >= maxRanges) break;
      if (v.end < u.end || (u.inside && !v.inside)) continue;
      const bindings = merged(u.bindings, v.bindings);
      if (bindings) found.push({ ...u, bindings });
    }
  }
  return found;
}

/** Without those for which a negative range has the relation and agrees on the metavariables. */
export function without(
  ranges: readonly Range[],
  negative: readonly Range[],
  related: (range: Range, negative: Range) => boolean,
): Range[] {
  if (negative.length === 0) return [...ranges];
  return ranges.filter((r) => !negative.some((n) => related(r, n) && compatible(r.bindings, n.bindings)));
}

export function isSame(range: Range, negative: Range): boolean {
  return range.start === negative.start && range.end === negative.end;
}

/** Each range once: equal ones with equal bindings add nothing. */
export function distinct(ranges: readonly Range[]): Range[] {
  if (ranges.length < 2) return [...ranges];
  const seen = new Set<string>();
  return ranges.filter((range) => {
    const key = keyOf(range);
    return seen.has(key) ? false : seen.add(key);
  });
}

function keyOf({ start, end, bindings, inside, fix }: Range): string {
  let key = `${start}:${end}:${inside}:${fix ?? ''}`;
  for (const name of [...bindings.keys()].sort()) {
    const bound = bindings.get(name)!;
    key += `|${name}:${bound.start}:${bound.end}:${bound.node < 0 ? bound.text : ''}`;
  }
  return key;
}
