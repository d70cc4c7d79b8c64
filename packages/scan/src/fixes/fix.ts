import type { Finding, Package } from '@plumbline/core';
import {
  bringersOf,
  isEditable,
  isManifest,
  readsParts,
  planFixes,
  type Change,
  type Fixes,
  type Strategy,
  type VersionSource,
} from '@plumbline/sca';
import { advisoriesFolder } from '../feeds/index.ts';
import { largestManifest, openKnown } from '../libraries.ts';
import { scan } from '../scan.ts';
import { targetOf, type Target } from '../target.ts';
import { readBytes } from '../walk/read.ts';
import { walk } from '../walk/walk.ts';
import { mayGo, usedIn } from './used.ts';
import { writeAtomically } from './write.ts';

export interface FixRequest {
  readonly paths: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** Absolute: the store of `plumb db`; where this user has it when left out. */
  readonly advisories?: string | undefined;
  /** Packages of these names alone. */
  readonly names: readonly string[];
  /** In this order; all when there are none. */
  readonly strategies: readonly Strategy[];
  /** Brings what is known of the versions of the vulnerable packages; nothing is known when it is left out. */
  readonly releases?: ((wanted: readonly Package[]) => Promise<VersionSource>) | undefined;
  /** Absolute: where results of scans are kept, as in `ScanOptions`. */
  readonly cache?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface FixReport extends Fixes {
  /** Absolute: what the paths of the changes are relative to. */
  readonly root: string;
  readonly findings: readonly Finding[];
}

/**
 * Scans the libraries of a project and plans what to do about the vulnerable ones. Nothing is written.
 *
 * Errors: those of a scan.
 */
export async function fix(request: FixRequest): Promise<FixReport> {
  const { paths, cwd, names, strategies, releases, signal, advisories, cache } = request;
  const target = targetOf(paths, cwd);
  const only = { only: 'sca' as const, signal, ...(advisories === undefined ? {} : { advisories }) };
  const { packages, findings } = await scan({ paths, cwd, ...only });
  // What has a category is no vulnerability.
  const found = findings.filter(
    (it) => it.kind === 'library' && it.category === undefined && it.suppressions.length === 0,
  );
  const vulnerable = new Set(found.map((it) => it.package?.id));
  const named = new Set(names.map((it) => it.toLowerCase()));
  const isNamed = (name: string): boolean => named.size === 0 || named.has(name.toLowerCase());
  const wanted = packages.filter((it) => vulnerable.has(it.id) && isNamed(it.name));
  const known = await releases?.(bringersOf(packages, wanted));
  const { config, root } = target;
  const places = { own: config.advisories, store: advisories ?? advisoriesFolder(), publicKey: config.db.publicKey };
  const { source, store } = openKnown(root, places);
  try {
    const files = filesOf(target);
    const options = { source, names, strategies, releases: known };
    const fixes = planFixes(files, packages, found, options);
    if (!mayGo(fixes.plans, strategies)) return { ...fixes, root, findings: found };
    const isUsed = await usedIn(target, { signal, cache, ...(advisories === undefined ? {} : { advisories }) });
    return { ...planFixes(files, packages, found, { ...options, isUsed }), root, findings: found };
  } finally {
    store?.close();
  }
}

/** Writes planned changes: all of them, or none when a file is not as it was any more. */
export function applyFixes({ root, changes }: Pick<FixReport, 'root' | 'changes'>): readonly Change[] {
  writeAtomically(root, changes);
  return changes;
}

function filesOf({ root, paths }: Target): Parameters<typeof planFixes>[0] {
  const isWanted = (path: string): boolean => (isManifest(path) && !readsParts(path)) || isEditable(path);
  const { files } = walk({
    root,
    targets: paths,
    unwanted: (path) => (isWanted(path) ? undefined : 'not-asked'),
    missed: () => false,
    maxBytes: () => largestManifest,
  });
  return { paths: files.map((it) => it.path), read: (path) => readBytes(root, path, largestManifest) };
}
