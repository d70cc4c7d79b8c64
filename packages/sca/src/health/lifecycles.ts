/**
 * Until when the releases of products get security fixes, as endoflife.date tells it.
 *
 * A product has cycles (`3.9`, `20.04`, `Bookworm`); a version is of the cycle that it begins with, the longest of them.
 *
 * Source: https://endoflife.date/docs/api/v1/
 */
import { registries, type Ecosystem } from '@plumbline/core';
import { at, listAt, textAt, textsAt } from '../text/json-at.ts';

export interface Lifecycle {
  /** Of its page on endoflife.date. */
  readonly name: string;
  /** For a person: `Node.js`. */
  readonly label: string;
  readonly category: string;
  /** Newest first. */
  readonly cycles: readonly Cycle[];
}

export interface Cycle {
  readonly name: string;
  /** Lower case, the first word alone: `buster`. */
  readonly codename: string;
  readonly isLts: boolean;
  /** Whether there are no fixes any more, where no day is known. */
  readonly isEnded: boolean;
  /** The last day with security fixes. Shape: `2026-03-01`; undefined when nobody has said. */
  readonly ends: string | undefined;
  /** Until when those who pay for it, or volunteers, go on. */
  readonly extendedTo: string | undefined;
  /** The newest version of it. */
  readonly latest: string | undefined;
}

export interface Lifecycles {
  /** By its name, or by another that it has. Shape: lower case. */
  named(name: string): Lifecycle | undefined;
  ofPackage(ecosystem: Ecosystem, name: string): Lifecycle | undefined;
}

const maxProducts = 5000;
const maxCycles = 1000;

/** Reads the products of `GET /products/full`. What is not as it should be is left out. */
export function readLifecycles(products: unknown): Lifecycles {
  const list = (Array.isArray(products) ? (products as readonly unknown[]) : []).slice(0, maxProducts);
  const known = list.flatMap((product) => {
    const lifecycle = lifecycleOf(product);
    return lifecycle ? [{ product, lifecycle }] : [];
  });
  // A product's own name weighs more than another's second one.
  const names = new Map([
    ...known.flatMap(({ product, lifecycle }) =>
      textsAt(product, 'aliases').map((it) => [it.toLowerCase(), lifecycle] as const),
    ),
    ...known.map(({ lifecycle }) => [lifecycle.name, lifecycle] as const),
  ]);
  const purls = new Map(
    known.flatMap(({ product, lifecycle }) =>
      listAt(product, 'identifiers')
        .filter((it) => textAt(it, 'type') === 'purl')
        .map((it) => [bare(textAt(it, 'id') ?? ''), lifecycle] as const),
    ),
  );
  return { named: (name) => names.get(name), ofPackage: (ecosystem, name) => purls.get(keyOf(ecosystem, name)) };
}

/** As the path of a package URL, in lower case: names in the data are as people write them. */
function keyOf(ecosystem: Ecosystem, name: string): string {
  return `${ecosystem}/${registries[ecosystem].normalName(name).replace(':', '/')}`.toLowerCase();
}

/** Qualifiers tell platforms apart, which is not of interest here. */
function bare(purl: string): string {
  return purl
    .replace(/^pkg:/, '')
    .replace(/[?#].*$/, '')
    .replaceAll('%40', '@')
    .toLowerCase();
}

function lifecycleOf(product: unknown): Lifecycle | undefined {
  const name = textAt(product, 'name')?.toLowerCase();
  const cycles = listAt(product, 'releases').slice(0, maxCycles).flatMap(cycleOf);
  if (name === undefined || cycles.length === 0) return undefined;
  const label = (textAt(product, 'label') ?? name).slice(0, 100);
  return { name, label, category: textAt(product, 'category') ?? '', cycles };
}

function cycleOf(release: unknown): readonly Cycle[] {
  const name = textAt(release, 'name');
  if (name === undefined || name === '' || name.length > 100) return [];
  return [
    {
      name: name.toLowerCase(),
      codename: (textAt(release, 'codename') ?? '').toLowerCase().split(' ')[0]!,
      isLts: at(release, 'isLts') === true,
      isEnded: at(release, 'isEol') === true,
      ends: dayAt(release, 'eolFrom'),
      extendedTo: dayAt(release, 'eoesFrom'),
      latest: textAt(at(release, 'latest'), 'name'),
    },
  ];
}

function dayAt(value: unknown, key: string): string | undefined {
  return /^\d{4}-\d\d-\d\d/.exec(textAt(value, key) ?? '')?.[0];
}

/** Whether there are no fixes any more. */
export function hasEnded({ ends, isEnded }: Cycle, today: string): boolean {
  return ends === undefined ? isEnded : ends < today;
}

/** The cycle that a version is of: the longest that it begins with, or the one of that codename. */
export function cycleFor({ cycles }: Lifecycle, written: string): Cycle | undefined {
  const version = written.toLowerCase().replace(/^v(?=\d)/, '');
  if (version === '') return undefined;
  const fits = cycles.filter(({ name }) => version === name || (version.startsWith(name) && isEnd(version, name)));
  const longest = fits.toSorted((a, b) => b.name.length - a.name.length)[0];
  return longest ?? cycles.find((it) => it.codename === version);
}

/** `3.1` does not begin `3.10`, nor `1` the version `1a`. */
function isEnd(version: string, name: string): boolean {
  return /^[.\-+_~]/.test(version.slice(name.length));
}

/**
 * What to move to from a cycle: of the newer ones that are supported the newest with long support, else the newest; the
 * newest of all that are supported when none is newer.
 */
export function successorOf({ cycles }: Lifecycle, from: Cycle, today: string): Cycle | undefined {
  const isSupported = (it: Cycle): boolean => !hasEnded(it, today);
  const newer = cycles.slice(0, cycles.indexOf(from)).filter(isSupported);
  return newer.find((it) => it.isLts) ?? newer[0] ?? cycles.find(isSupported);
}
