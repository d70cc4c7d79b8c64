import type { Scope } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { linesOf, type Lines } from '../text/lines.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import type { WishKind } from './npm-entries.ts';
import { scopeOfKind } from './npm-graph.ts';
import { projectWishes, wishesIn } from './npm-manifest.ts';
import { readBerry, readClassic, type YarnEntry } from './yarn-entries.ts';

/**
 * Yarn's lock file, version 1 and those of Yarn 2 and later.
 *
 * What a package is for stands in the package.json files: without them everything is taken as needed at run time.
 */
export const yarnLock: Lockfile = {
  id: 'yarn-lock',
  ecosystem: 'npm',
  files: ['yarn.lock'],
  siblings: ['package.json'],
  docs: 'https://classic.yarnpkg.com/en/docs/yarn-lock',
  maxBytes: 32 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const lines = linesOf(manifest.path, manifest.text);
    const isBerry = /^__metadata:/m.test(manifest.text);
    const { entries, faults } = (isBerry ? readBerry : readClassic)(manifest.text);
    for (const fault of faults) problems.add('parse-error', fault.message, lines.position(fault.offset).line);
    if (entries.length === 0 && !isBerry && !/^# yarn lockfile v\d/m.test(manifest.text)) {
      problems.add('not-a-lockfile', 'No entries: this is no lock file of Yarn.', 1);
    }
    const usable = entries.filter((it) => takes(it, lines, problems)).slice(0, maxPackages);
    const byWish = new Map(usable.flatMap((it) => it.wishes.map((wish) => [wish, it] as const)));
    const kindsIn = kindsOf(manifest);
    const edges = new Map(usable.map((it) => [it, edgesOf(it, byWish, kindsIn)]));
    const roots = (isBerry ? berryRoots(edges) : undefined) ?? classicRoots(manifest, byWish);
    const listed = usable.filter((it) => it.workspace !== '.').map((it) => lockedOf(it, edges.get(it)!, lines));
    return { value: packagesOf(manifest, 'npm', listed, roots), problems: problems.list };
  },
};

type ByWish = ReadonlyMap<string, YarnEntry>;

function takes({ name, version, workspace, start }: YarnEntry, lines: Lines, problems: Problems): boolean {
  if (version !== '' && name.length <= maxNameLength) return true;
  if (workspace === undefined) problems.add('parse-error', 'A package without a version.', lines.position(start).line);
  return workspace !== undefined;
}

/** Two entries of one version differ in where they are from. */
function keyOf({ name, version, origin, wishes }: YarnEntry): string {
  const isPlain = origin === 'registry' && !wishes.some((it) => it.includes('@patch:'));
  return isPlain ? `${name}@${version}` : (wishes[0] ?? name);
}

function lockedOf(entry: YarnEntry, edges: readonly Edge[], lines: Lines): Locked {
  const { name, version, origin, address, start, end } = entry;
  return { key: keyOf(entry), name, version, origin, address, location: lines.location(start, end), edges };
}

type KindsIn = (folder: string) => ReadonlyMap<string, WishKind>;

/** What the package.json of a workspace says its dependencies are for; each is read once. */
function kindsOf(manifest: Manifest): KindsIn {
  const known = new Map<string, ReadonlyMap<string, WishKind>>();
  return (folder) => {
    const found = known.get(folder) ?? new Map(wishesIn(manifest, folder)?.map((it) => [it.name, it.kind]));
    known.set(folder, found);
    return found;
  };
}

/** A workspace's dependencies stand in one list; what for, only its package.json tells. */
function edgesOf({ workspace, dependencies }: YarnEntry, byWish: ByWish, kindsIn: KindsIn): readonly Edge[] {
  const kinds = workspace === undefined ? undefined : kindsIn(workspace);
  return dependencies.flatMap((it) => {
    const kind = kinds?.get(it.name) ?? (it.optional ? 'optionalDependencies' : 'dependencies');
    return edgeTo(it.name, it.range, scopeOfKind[kind], byWish);
  });
}

/** Yarn 2 writes `npm:` before ranges in headings, and since Yarn 4 everywhere. */
function edgeTo(name: string, range: string, scope: Scope, byWish: ByWish): Edge[] {
  const entry =
    byWish.get(`${name}@${range}`) ?? byWish.get(`${name}@npm:${range}`) ?? byWish.get(`${name}@workspace:${range}`);
  return entry ? [{ to: keyOf(entry), requested: range.replace(/^npm:(?=[\d^~<>=*vx])/, ''), scope }] : [];
}

function classicRoots(manifest: Manifest, byWish: ByWish): readonly Edge[] | undefined {
  return projectWishes(manifest)?.flatMap((it) => edgeTo(it.name, it.requested, scopeOfKind[it.kind], byWish));
}

/** The workspaces are in the lock file, with all that they ask for; undefined when there are none. */
function berryRoots(edges: ReadonlyMap<YarnEntry, readonly Edge[]>): readonly Edge[] | undefined {
  const workspaces = [...edges].filter(([it]) => it.workspace !== undefined);
  if (workspaces.length === 0) return undefined;
  return workspaces.flatMap(([it, wishes]) => [{ to: keyOf(it), scope: 'runtime' as const }, ...wishes]);
}
