import type { Finding, Fingerprint } from './finding.ts';

/** What identity needs of a finding; a row of a store will do. */
export type Identified = Pick<Finding, 'rule' | 'location' | 'fingerprints'>;

export interface Matched<P, C> {
  readonly pairs: readonly { readonly previous: P; readonly current: C }[];
  /** In the previous scan alone. */
  readonly gone: readonly P[];
  /** In the current scan alone. */
  readonly fresh: readonly C[];
}

/**
 * Pairs the findings of two scans one-to-one: which of today's is which of yesterday's.
 *
 * Findings of one rule are compared in passes, from the strongest fingerprint to the weakest; only values of the same
 * algorithm and version are. Where several findings share a value, the same file wins, then agreement in the other
 * fingerprints (weakest first: it is the most literal, and a copy pushed in above does not change it), then the nearest
 * line in order. Files may be renamed. A value that all findings of a rule share while another algorithm tells them
 * apart says nothing by itself: it pairs only what the other fingerprints pair too, and in the end what is left in one
 * file. Between rules only advisories are compared, by the id that they had first.
 */
export function matchFindings<P extends Identified, C extends Identified>(
  previous: readonly P[],
  current: readonly C[],
): Matched<P, C> {
  const before = byRule(previous);
  const found = new Map<C, P>();
  for (const [rule, now] of byRule(current)) {
    const sides = { previous: before.get(rule) ?? [], current: now };
    pair(sides, rounds(sides, constantIn(sides)), found);
  }
  pair(rest(previous, current, found), renamed, found);
  const left = rest(previous, current, found);
  return {
    pairs: current.flatMap((it) => (found.has(it) ? [{ previous: found.get(it)!, current: it }] : [])),
    gone: left.previous,
    fresh: left.current,
  };
}

/**
 * Whether the findings of some files are paired in the same way alone as among those of all files, given that the other
 * files are the same on both sides and every finding has all fingerprints: then those pair among themselves first. What
 * they could change is which values count as shared by all findings of a rule.
 */
export function arePairedAlone(previous: readonly Identified[], current: readonly Identified[]): boolean {
  const before = byRule(previous);
  return [...byRule(current)].every(([rule, now]) => {
    const sides = { previous: before.get(rule) ?? [], current: now };
    const all = [...sides.previous, ...now];
    const shared = ranked(all).filter((it) => variety(all, it) === 1);
    const outcomes = subsets(shared).map((constant) => {
      const found = new Map<Identified, Identified>();
      pair(sides, rounds(sides, constant), found);
      return now.map((it) => (found.has(it) ? 'p' : 'n')).join('');
    });
    return new Set(outcomes).size === 1;
  });
}

function subsets(values: readonly string[]): readonly (readonly string[])[] {
  return values.reduce<readonly (readonly string[])[]>(
    (all, value) => [...all, ...all.map((it) => [...it, value])],
    [[]],
  );
}

function byRule<T extends Identified>(findings: readonly T[]): Map<string, T[]> {
  return grouped(findings, (it) => it.rule);
}

/** What of a finding is compared; findings without this value are left out of the round. */
type Key = (finding: Identified) => string | undefined;

interface Sides<P, C> {
  readonly previous: readonly P[];
  readonly current: readonly C[];
}

function rest<P, C>(previous: readonly P[], current: readonly C[], found: ReadonlyMap<C, P>): Sides<P, C> {
  const kept = new Set(found.values());
  return { previous: previous.filter((it) => !kept.has(it)), current: current.filter((it) => !found.has(it)) };
}

function pair<P extends Identified, C extends Identified>(
  sides: Sides<P, C>,
  keys: readonly Key[],
  found: Map<C, P>,
): void {
  const left = { previous: new Set(sides.previous), current: new Set(sides.current) };
  for (const key of keys) {
    if (left.previous.size === 0 || left.current.size === 0) return;
    const before = grouped(left.previous, key);
    for (const [value, now] of grouped(left.current, key)) {
      for (const [one, other] of align(before.get(value) ?? [], now)) {
        found.set(other, one);
        left.previous.delete(one);
        left.current.delete(other);
      }
    }
  }
}

function grouped<T extends Identified>(findings: Iterable<T>, key: Key): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const finding of findings) {
    const value = key(finding);
    if (value === undefined) continue;
    const group = groups.get(value);
    if (group) group.push(finding);
    else groups.set(value, [finding]);
  }
  return groups;
}

/** The rounds of comparison for one rule, most telling first. */
function rounds({ previous, current }: Sides<Identified, Identified>, constant: readonly string[]): Key[] {
  const algorithms = ranked([...previous, ...current]);
  return [
    ...algorithms.flatMap((algorithm) => {
      const value = valueOf(algorithm);
      const others = algorithms.filter((it) => it !== algorithm).toReversed();
      return [
        joined(value, ...others.map(valueOf), fileOf),
        ...others.map((it) => joined(value, valueOf(it), fileOf)),
        ...(constant.includes(algorithm) ? [] : [joined(value, fileOf)]),
        ...others.map((it) => joined(value, valueOf(it))),
        ...(constant.includes(algorithm) ? [] : [value]),
      ];
    }),
    ...constant.map((it) => joined(valueOf(it), fileOf)),
  ];
}

/** The algorithms whose value says nothing, since all findings share it. */
function constantIn({ previous, current }: Sides<Identified, Identified>): readonly string[] {
  const algorithms = ranked([...previous, ...current]);
  return algorithms.filter((it) => isConstant(it, algorithms, previous, current));
}

/** All algorithms in use: every finding lists its own strongest first. */
function ranked(findings: readonly Identified[]): string[] {
  const rank = new Map<string, number>();
  for (const { fingerprints } of findings) {
    for (const [index, it] of fingerprints.entries()) {
      const name = nameOf(it);
      rank.set(name, Math.max(index, rank.get(name) ?? 0));
    }
  }
  return [...rank].toSorted(([a, i], [b, j]) => i - j || (a < b ? -1 : 1)).map(([name]) => name);
}

function isConstant(
  algorithm: string,
  algorithms: readonly string[],
  previous: readonly Identified[],
  current: readonly Identified[],
): boolean {
  const all = [...previous, ...current];
  if (Math.max(previous.length, current.length) < 3 || variety(all, algorithm) > 1) return false;
  return algorithms.some((it) => it !== algorithm && Math.max(variety(previous, it), variety(current, it)) > 1);
}

function variety(findings: readonly Identified[], algorithm: string): number {
  return new Set(findings.map(valueOf(algorithm))).size;
}

function nameOf(fingerprint: Fingerprint): string {
  return `${fingerprint.algorithm}/${fingerprint.version}`;
}

function valueOf(algorithm: string): Key {
  return ({ fingerprints }) => fingerprints.find((it) => nameOf(it) === algorithm)?.value;
}

function fileOf({ location }: Identified): string {
  return location.file;
}

/**
 * What is compared across rules: an advisory is often found under the id of one database first and gets its CVE later,
 * so that the rule of the same finding changes. `alias` stands for the id that it had from the start.
 */
const renamed: readonly Key[] = [joined(valueOf('alias/1'), fileOf), valueOf('alias/1')];

function joined(...keys: readonly Key[]): Key {
  return (finding) => {
    const values = keys.map((key) => key(finding));
    return values.includes(undefined) ? undefined : values.join('\0');
  };
}

/** Above this many comparisons, findings that nothing tells apart are paired in order alone. */
const mostComparisons = 1_000_000;

/** Pairs as many as there are on the shorter side, in order of line, with the least distance in all. */
function align<P extends Identified, C extends Identified>(previous: readonly P[], current: readonly C[]): [P, C][] {
  const before = inOrder(previous);
  const now = inOrder(current);
  if (before.length > now.length) return alignShort(now, before).map(([one, other]) => [other, one]);
  return alignShort(before, now);
}

function alignShort<S extends Identified, L extends Identified>(short: readonly S[], long: readonly L[]): [S, L][] {
  const spare = long.length - short.length;
  if (spare === 0 || short.length * (spare + 1) > mostComparisons) return short.map((it, at) => [it, long[at]!]);

  // least[at * width + skipped]: the least distance when the first `at` are paired and `skipped` of `long` left out.
  const width = spare + 1;
  const least = new Float64Array((short.length + 1) * width);
  for (let at = 1; at <= short.length; at++) {
    for (let skipped = 0; skipped <= spare; skipped++) {
      const paired = least[(at - 1) * width + skipped]! + distance(short[at - 1]!, long[at - 1 + skipped]!);
      least[at * width + skipped] = skipped === 0 ? paired : Math.min(paired, least[at * width + skipped - 1]!);
    }
  }
  const pairs: [S, L][] = [];
  for (let at = short.length, skipped = spare; at > 0;) {
    if (skipped > 0 && least[at * width + skipped] === least[at * width + skipped - 1]) {
      skipped--;
      continue;
    }
    pairs.push([short[at - 1]!, long[at - 1 + skipped]!]);
    at--;
  }
  return pairs.toReversed();
}

function distance(a: Identified, b: Identified): number {
  return Math.abs(a.location.start.line - b.location.start.line);
}

function inOrder<T extends Identified>(findings: readonly T[]): T[] {
  return findings.toSorted(
    ({ location: a }, { location: b }) =>
      (a.file === b.file ? 0 : a.file < b.file ? -1 : 1) ||
      a.start.line - b.start.line ||
      a.start.column - b.start.column,
  );
}
