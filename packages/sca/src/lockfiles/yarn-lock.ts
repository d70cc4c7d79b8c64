import type { Scope } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { member, membersOf, textOf } from '../text/json.ts';
import { linesOf, type Lines } from '../text/lines.ts';
import { readYaml } from '../text/yaml.ts';
import { textBeside } from './beside.ts';
import { grouped } from './grouped.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import type { WishKind } from './npm-entries.ts';
import { scopeOfKind } from './npm-graph.ts';
import { packageJsonIn, projectWishes, wishesIn } from './npm-manifest.ts';
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
  siblings: ['package.json', '.yarnrc.yml'],
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
    const find = finder(usable, manifest);
    const kindsIn = kindsOf(manifest);
    const edges = new Map(usable.map((it) => [it, edgesOf(it, find, kindsIn)]));
    const roots = (isBerry ? berryRoots(edges) : undefined) ?? classicRoots(manifest, find);
    const listed = usable.filter((it) => it.workspace !== '.').map((it) => lockedOf(it, edges.get(it)!, lines));
    return { value: packagesOf(manifest, 'npm', listed, roots), problems: problems.list };
  },
};

/** What a wish led to, and the range that it is for. */
type Find = (name: string, range: string) => { readonly entry: YarnEntry; readonly range: string } | undefined;

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
function edgesOf({ workspace, dependencies }: YarnEntry, find: Find, kindsIn: KindsIn): readonly Edge[] {
  const kinds = workspace === undefined ? undefined : kindsIn(workspace);
  return dependencies.flatMap((it) => {
    const kind = kinds?.get(it.name) ?? (it.optional ? 'optionalDependencies' : 'dependencies');
    return edgeTo(it.name, it.range, scopeOfKind[kind], find);
  });
}

function edgeTo(name: string, written: string, scope: Scope, find: Find): Edge[] {
  const found = find(name, written);
  const requested = found?.range.replace(/^npm:(?=[\d^~<>=*vx])/, '');
  return found ? [{ to: keyOf(found.entry), requested: requested!, scope }] : [];
}

/**
 * Yarn 2 writes `npm:` before ranges in headings, and since Yarn 4 everywhere. Ranges of catalogues stand in its
 * settings; where the project resolves a name to another range, that one is in the heading.
 */
function finder(entries: readonly YarnEntry[], manifest: Manifest): Find {
  const byWish = new Map(entries.flatMap((it) => it.wishes.map((wish) => [wish, it] as const)));
  const byName = grouped(entries, (it) => it.name);
  const catalogs = catalogsOf(manifest);
  const resolutions = resolutionsOf(manifest);
  const exactly = (name: string, range: string): YarnEntry | undefined =>
    byWish.get(`${name}@${range}`) ?? byWish.get(`${name}@npm:${range}`) ?? byWish.get(`${name}@workspace:${range}`);
  return (name, written) => {
    const range = written.startsWith('catalog:') ? (catalogs.get(`${written}/${name}`) ?? written) : written;
    const resolved = resolutions.get(name);
    const all = byName.get(name) ?? [];
    const entry =
      exactly(name, range) ??
      (resolved === undefined ? undefined : exactly(name, resolved)) ??
      (all.length === 1 ? all[0] : undefined);
    return entry && { entry, range };
  };
}

/** Shape: `catalog:/react`, `catalog:old/react`. Source: https://yarnpkg.com/features/catalogs */
function catalogsOf(manifest: Manifest): ReadonlyMap<string, string> {
  const text = textBeside(manifest, '.yarnrc.yml');
  const settings = text === undefined ? undefined : readYaml(text).documents[0];
  const named = Array.from(membersOf(member(settings, 'catalogs')), ([name, it]) => [name, it.value] as const);
  return new Map(
    [['', member(settings, 'catalog')] as const, ...named].flatMap(([catalog, list]) =>
      Array.from(membersOf(list), ([name, it]) => [`catalog:${catalog}/${name}`, textOf(it.value) ?? ''] as const),
    ),
  );
}

/** Names that the project resolves to other ranges, whoever asks for them: `**\/name`, `asker/name`, `name@range`. */
function resolutionsOf(manifest: Manifest): ReadonlyMap<string, string> {
  const list = membersOf(member(packageJsonIn(manifest, '.'), 'resolutions'));
  return new Map(
    Array.from(list, ([pattern, it]) => {
      const name = /(?:^|\/)((?:@[^/@]+\/)?[^/@]+)(?:@.*)?$/s.exec(pattern)?.[1] ?? pattern;
      return [name, textOf(it.value) ?? ''] as const;
    }),
  );
}

function classicRoots(manifest: Manifest, find: Find): readonly Edge[] | undefined {
  return projectWishes(manifest)?.flatMap((it) => edgeTo(it.name, it.requested, scopeOfKind[it.kind], find));
}

/** The workspaces are in the lock file, with all that they ask for; undefined when there are none. */
function berryRoots(edges: ReadonlyMap<YarnEntry, readonly Edge[]>): readonly Edge[] | undefined {
  const workspaces = [...edges].filter(([it]) => it.workspace !== undefined);
  if (workspaces.length === 0) return undefined;
  return workspaces.flatMap(([it, wishes]) => [{ to: keyOf(it), scope: 'runtime' as const }, ...wishes]);
}
