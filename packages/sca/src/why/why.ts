import type { Package } from '@plumbline/core';

/** One way from the project to a package. Shape: the direct package first; `requested` = the range that the one before asks for. */
export type Way = readonly { readonly package: Package; readonly requested?: string }[];

/** Why one occurrence of a package is there. Shape: ways from the shortest on; `more` = there are others. */
export interface Reasons {
  readonly package: Package;
  readonly ways: readonly Way[];
  readonly more: boolean;
}

/** Units: partial ways. A graph may have more ways than anybody can wait for. */
const mostWork = 50_000;

/**
 * The shortest ways to every package that is named: by name, by name and version (`lodash@4.17.20`), or by purl.
 *
 * Ways are grown backwards from the package, always the one first that can be the shortest in the end: the distance of
 * every package from the project is known. So they come out in order, none with a package twice.
 */
export function whyIs(packages: readonly Package[], wanted: string, most: number): Reasons[] {
  const found = packages.filter((it) => isNamed(it, wanted));
  if (found.length === 0) return [];
  const graph = graphOf(packages);
  return found.map((it) => ({ package: it, ...waysTo(it, graph, most) }));
}

/** Names are compared as people type them. */
function isNamed({ name, version, purl }: Package, wanted: string): boolean {
  const asked = wanted.toLowerCase();
  const own = name.toLowerCase();
  return (
    asked === own || asked === `${own}@${version.toLowerCase()}` || wanted === purl || purl.startsWith(`${wanted}@`)
  );
}

interface Edge {
  readonly from: Package;
  readonly requested: string | undefined;
}

interface Graph {
  /** Who depends on a package. */
  readonly users: ReadonlyMap<string, readonly Edge[]>;
  /** How many steps a package is from the project; those that nothing leads to have none. */
  readonly distance: ReadonlyMap<string, number>;
}

function graphOf(packages: readonly Package[]): Graph {
  const known = new Map(packages.map((it) => [it.id, it]));
  const users = new Map<string, Edge[]>();
  for (const from of packages)
    for (const { id, requested } of from.dependencies) {
      if (!known.has(id)) continue;
      const list = users.get(id);
      if (list) list.push({ from, requested });
      else users.set(id, [{ from, requested }]);
    }
  const distance = new Map<string, number>();
  let layer = packages.filter((it) => it.direct);
  for (const it of layer) distance.set(it.id, 0);
  for (let steps = 1; layer.length > 0; steps++) {
    const next: Package[] = [];
    for (const { id } of layer.flatMap((it) => it.dependencies)) {
      const to = known.get(id);
      if (!to || distance.has(id)) continue;
      distance.set(id, steps);
      next.push(to);
    }
    layer = next;
  }
  return { users, distance };
}

/** A way that is not at its beginning yet. Shape: the package itself is the last link. */
interface Partial {
  readonly at: Package;
  readonly requested: string | undefined;
  readonly next: Partial | undefined;
  readonly length: number;
}

function waysTo(target: Package, { users, distance }: Graph, most: number): Omit<Reasons, 'package'> {
  const buckets: Partial[][] = [];
  const push = (it: Partial): void => {
    const left = distance.get(it.at.id);
    if (left !== undefined) (buckets[it.length + left] ??= []).push(it);
  };
  push({ at: target, requested: undefined, next: undefined, length: 0 });
  const ways: Way[] = [];
  let work = 0;
  for (let at = 0; at < buckets.length; at++) {
    const bucket = buckets[at] ?? [];
    // The last first: of ways that are as short in the end, one is followed to its beginning before the others.
    for (let it = bucket.pop(); it; it = bucket.pop()) {
      if (++work > mostWork || (it.at.direct && ways.length === most)) return { ways, more: true };
      if (it.at.direct) ways.push(wayOf(it));
      for (const next of extended(it, users)) push(next);
    }
  }
  return { ways, more: false };
}

function extended(it: Partial, users: Graph['users']): Partial[] {
  const edges = (users.get(it.at.id) ?? []).filter(({ from }) => !isOn(it, from));
  return edges.toReversed().map(({ from, requested }) => ({
    at: from,
    requested: undefined,
    next: { ...it, requested },
    length: it.length + 1,
  }));
}

function isOn(way: Partial, { id }: Package): boolean {
  for (let it: Partial | undefined = way; it; it = it.next) if (it.at.id === id) return true;
  return false;
}

function wayOf(start: Partial): Way {
  const way: { package: Package; requested?: string }[] = [];
  for (let it: Partial | undefined = start; it; it = it.next) {
    const requested = it === start ? it.at.requested : it.requested;
    way.push({ package: it.at, ...(requested !== undefined && { requested }) });
  }
  return way;
}
