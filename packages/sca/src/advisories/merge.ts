import type { Advisory } from './advisory.ts';

/** Advisories that speak of one vulnerability. */
export interface AdvisoryGroup {
  /** The id that people know it by. */
  readonly id: string;
  /** All other ids, sorted. */
  readonly aliases: readonly string[];
  /** Shape: the one of `id` first, if it is there. */
  readonly members: readonly Advisory[];
}

/**
 * Puts together the advisories of ONE package that name each other, directly or through others (union-find over ids and
 * aliases). Never over several packages: a vulnerability of five packages is five findings.
 */
export function mergeAliases(advisories: readonly Advisory[]): readonly AdvisoryGroup[] {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next;
    parent.set(id, root);
    return root;
  };
  for (const { id, aliases } of advisories) {
    for (const alias of aliases) parent.set(rootOf(alias), rootOf(id));
  }
  const groups = new Map<string, Advisory[]>();
  for (const it of advisories) {
    const root = rootOf(it.id);
    const members = groups.get(root);
    if (!members) groups.set(root, [it]);
    // The same record out of two sources.
    else if (!members.some((known) => known.id === it.id)) members.push(it);
  }
  return [...groups.values()].map(groupOf);
}

function groupOf(advisories: readonly Advisory[]): AdvisoryGroup {
  const ids = [...new Set(advisories.flatMap((it) => [it.id, ...it.aliases]))].toSorted(byFame);
  const members = advisories.toSorted((a, b) => byFame(a.id, b.id));
  return { id: ids[0]!, aliases: ids.slice(1), members };
}

const fame: readonly RegExp[] = [/^MAL-/, /^CVE-/, /^GHSA-/];

/** CVE before GHSA before an ecosystem's own ids; equals by the alphabet. A malicious package is that above all. */
function byFame(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : Number(a > b));
}

function rank(id: string): number {
  const at = fame.findIndex((it) => it.test(id));
  return at === -1 ? fame.length : at;
}
