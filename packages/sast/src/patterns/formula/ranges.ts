/**
 * The algebra of ranges: how the matches of a rule's parts become the matches of the rule. A range of an `inside` term
 * is context: it may be what a match lies in, but is a match itself only inside of another one.
 */
import { type Bindings, compatible, merged } from '../match/bindings.ts';
import { boundKey, Distinct } from '../match/distinct.ts';

/** Units: `start` and `end` are indices into the text. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly bindings: Bindings;
  readonly inside: boolean;
  readonly fix?: string;
  /** Where it ends at least: a last `...` may also take fewer statements. */
  readonly least?: number;
  /** The name of a member or key, see `Match`. */
  readonly named?: true;
  /** Where a text that is code ends without the semicolon behind it. */
  readonly bare?: number;
}

export function contains(outer: { start: number; end: number }, inner: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether a stretch lies in one of the ranges. */
export function holder(ranges: readonly Range[]): (start: number, end: number) => boolean {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  let furthest = -1;
  const reach = sorted.map((it) => (furthest = Math.max(furthest, it.end)));
  return (start, end) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.start <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && reach[low - 1]! >= end;
  };
}

const maxRanges = 20_000;

/** Ranges of one list that lie in one of the other, with the bindings of both. */
export function intersect(one: readonly Range[], other: readonly Range[]): readonly Range[] {
  return distinct([...within(one, other), ...within(other, one)]);
}

/**
 * Sweeps over the text: what has ended before a range begins holds none that come later. The order of the result is that
 * of `inner`, whatever the sweep's.
 */
function within(inner: readonly Range[], outer: readonly Range[]): Range[] {
  const found: Range[][] = inner.map(() => []);
  sweep(inner, outer, (u, v, at) => {
    if (u.inside && !v.inside) return false;
    const bindings = merged(u.bindings, v.bindings);
    if (bindings) found[at]!.push({ ...u, bindings });
    return found[at]!.length >= maxRanges;
  });
  const all = found.flat();
  return all.length > maxRanges ? all.slice(0, maxRanges) : all;
}

/** Calls `see` with each of `inner` and those of `outer` that contain it, by their starts; true ends it for that one. */
function sweep(
  inner: readonly Range[],
  outer: readonly Range[],
  see: (inner: Range, outer: Range, at: number) => boolean,
): void {
  const order = inner.map((_, at) => at).sort((a, b) => inner[a]!.start - inner[b]!.start || a - b);
  const sorted = outer.toSorted((a, b) => a.start - b.start);
  let open: Range[] = [];
  let next = 0;
  for (const at of order) {
    const u = inner[at]!;
    open = open.filter((it) => it.end >= u.start);
    for (; next < sorted.length && sorted[next]!.start <= u.start; next++)
      if (sorted[next]!.end >= u.start) open.push(sorted[next]!);
    for (const v of open) if (v.end >= u.end && see(u, v, at)) break;
  }
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

/** Without those that lie in a negative range which agrees on the metavariables. */
export function withoutInside(ranges: readonly Range[], negative: readonly Range[]): Range[] {
  const out = new Set<number>();
  sweep(ranges, negative, (r, n, at) => {
    if (compatible(r.bindings, n.bindings)) out.add(at);
    return out.has(at);
  });
  return ranges.filter((_, at) => !out.has(at));
}

/** Without those that are a negative range, too. */
export function withoutSame(ranges: readonly Range[], negative: readonly Range[]): Range[] {
  const byStart = new Map<number, Range[]>();
  for (const it of negative) {
    const known = byStart.get(it.start);
    if (known) known.push(it);
    else byStart.set(it.start, [it]);
  }
  return ranges.filter((r) => !byStart.get(r.start)?.some((n) => isSame(r, n) && compatible(r.bindings, n.bindings)));
}

function isSame(range: Range, { end, least }: Range): boolean {
  return range.end === end || range.bare === end || (least !== undefined && least <= range.end && range.end <= end);
}

/** Each range once: equal ones with equal bindings add nothing. */
export function distinct(ranges: readonly Range[]): readonly Range[] {
  if (ranges.length < 2) return ranges;
  const seen = new Distinct(({ bindings, inside, fix }: Range) => `${inside}:${fix ?? ''}${keyOf(bindings)}`);
  return ranges.filter((it) => seen.isNew(it));
}

function keyOf(bindings: Bindings): string {
  let key = '';
  for (const name of [...bindings.keys()].sort()) key += boundKey(name, bindings.get(name)!);
  return key;
}
