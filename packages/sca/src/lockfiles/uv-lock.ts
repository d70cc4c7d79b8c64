import type { Package, Scope } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { entriesOf, entry, textEntry } from '../text/toml.ts';
import { packagesOf, type Locked } from './locked.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { edgesTo, pythonKey, targetsIn, type Targets } from './python-targets.ts';
import { scopeOfExtra, scopeOfGroup } from './groups.ts';
import { normalName } from './python.ts';
import { readTomlPackages, type TomlPackage } from './toml-packages.ts';

/** uv's lock file: the project and its workspaces are packages in it. */
export const uvLock: Lockfile = {
  id: 'uv-lock',
  ecosystem: 'pypi',
  files: ['uv.lock'],
  siblings: [],
  docs: 'https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile',
  maxBytes: 16 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const lock = { list: 'package', others: ['manifest', 'options'], program: 'uv' };
    const packages = readTomlPackages(manifest, lock, problems);
    const targets = targetsIn(packages);
    const members = packages.filter((it) => memberFolder(it) !== undefined);
    const roots = members.flatMap((it) => [{ to: pythonKey(it), scope: 'runtime' as const }, ...edgesOf(it, targets)]);
    const listed = packages.filter((it) => memberFolder(it) !== '.').map((it) => lockedOf(it, targets));
    return {
      value: packagesOf(manifest, 'pypi', listed, members.length > 0 ? roots : undefined),
      problems: problems.list,
    };
  },
};

/** The folder of a package that is part of the project; undefined for others. */
function memberFolder({ table }: TomlPackage): string | undefined {
  const source = entry(table, 'source');
  return textEntry(source, 'virtual') ?? textEntry(source, 'editable');
}

function lockedOf(it: TomlPackage, targets: Targets): Locked {
  const { name, version, location } = it;
  const address = textEntry(entry(it.table, 'source'), 'git') ?? '';
  return {
    key: pythonKey(it),
    name,
    version,
    location,
    origin: originOf(it),
    address,
    edges: edgesOf(it, targets),
  };
}

function originOf(it: TomlPackage): Package['origin'] {
  const source = entry(it.table, 'source');
  if (memberFolder(it) !== undefined) return 'workspace';
  if (entry(source, 'git') !== undefined) return 'git';
  if (entry(source, 'url') !== undefined) return 'url';
  return (entry(source, 'directory') ?? entry(source, 'path')) ? 'file' : 'registry';
}

function edgesOf(it: TomlPackage, targets: Targets): readonly Edge[] {
  const { table } = it;
  const isMember = memberFolder(it) !== undefined;
  const metadata = entry(table, 'metadata');
  const ranges = new Map<string, string>();
  const lists = [
    entry(metadata, 'requires-dist'),
    ...entriesOf(entry(metadata, 'requires-dev')).map(([, list]) => list),
  ];
  for (const wish of lists.flatMap(itemsOf))
    ranges.set(normalName(textEntry(wish, 'name') ?? ''), textEntry(wish, 'specifier') ?? '');
  const edges = (list: unknown, scope: Scope): readonly Edge[] =>
    itemsOf(list).flatMap((wish) => {
      const name = textEntry(wish, 'name') ?? '';
      const version = textEntry(wish, 'version');
      const range = ranges.get(normalName(name)) ?? '';
      const found = edgesTo(targets, name, version === undefined ? range : `==${version}`, scope);
      return found.map(({ to }) => ({ to, scope, ...(range === '' ? {} : { requested: range }) }));
    });
  return [
    ...edges(entry(table, 'dependencies'), 'runtime'),
    // Of others only those extras are here that somebody asks for.
    ...entriesOf(entry(table, 'optional-dependencies')).flatMap(([extra, list]) =>
      edges(list, isMember ? scopeOfExtra(extra) : 'runtime'),
    ),
    ...entriesOf(entry(table, 'dev-dependencies')).flatMap(([group, list]) => edges(list, scopeOfGroup(group))),
  ];
}

function itemsOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}
