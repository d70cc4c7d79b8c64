import type { Package, Scope } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { entry, textEntry, type TomlTable } from '../text/toml.ts';
import { packagesOf, type Locked } from './locked.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { edgesTo, pyprojectBeside, pythonKey, rootsBeside, targetsIn, type Targets } from './python-targets.ts';
import { scopeOfExtra, scopeOfGroup } from './groups.ts';
import { readRequirement } from './python.ts';
import { readTomlPackages } from './toml-packages.ts';

/** PDM's lock file. It names the groups of every package; what the project itself asks for stands in pyproject.toml. */
export const pdmLock: Lockfile = {
  id: 'pdm-lock',
  ecosystem: 'pypi',
  files: ['pdm.lock'],
  siblings: ['pyproject.toml'],
  docs: 'https://pdm-project.org/latest/usage/lockfile/',
  maxBytes: 16 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const packages = readTomlPackages(manifest, { list: 'package', others: ['metadata'], program: 'PDM' }, problems);
    const targets = targetsIn(packages);
    const pyproject = pyprojectBeside(manifest, problems);
    const extras = entry(entry(pyproject, 'project'), 'optional-dependencies');
    const listed = packages.map((it) => ({
      key: pythonKey(it),
      name: it.name,
      version: it.version,
      location: it.location,
      origin: originOf(it.table),
      address: `${textEntry(it.table, 'git') ?? ''}#${textEntry(it.table, 'revision') ?? ''}`,
      edges: edgesOf(it.table, targets),
      ...scopesOf(it.table, extras),
    }));
    return {
      value: packagesOf(manifest, 'pypi', together(listed), rootsBeside(pyproject, targets)),
      problems: problems.list,
    };
  },
};

/** A package with extras has a block of its own beside that without: they are one, with what both ask for. */
function together(listed: readonly Locked[]): readonly Locked[] {
  const byKey = new Map<string, { readonly first: Locked; readonly edges: Edge[]; readonly scopes: Set<Scope> }>();
  for (const it of listed) {
    const known = byKey.get(it.key) ?? { first: it, edges: [], scopes: new Set() };
    byKey.set(it.key, known);
    for (const edge of it.edges ?? []) if (edge.to !== it.key) known.edges.push(edge);
    for (const scope of it.scopes ?? []) known.scopes.add(scope);
  }
  return Array.from(byKey.values(), ({ first, edges, scopes }) => ({
    ...first,
    edges,
    ...(scopes.size > 0 && { scopes: [...scopes] }),
  }));
}

function edgesOf(table: TomlTable, targets: Targets): readonly Edge[] {
  return textsOf(entry(table, 'dependencies')).flatMap((it) => {
    const wish = readRequirement(it);
    return wish ? edgesTo(targets, wish.name, wish.specifier, 'runtime') : [];
  });
}

function scopesOf(table: TomlTable, extras: unknown): { readonly scopes?: readonly Scope[] } {
  const groups = textsOf(entry(table, 'groups'));
  if (groups.length === 0) return {};
  return { scopes: [...new Set(groups.map((it) => (isExtra(it, extras) ? scopeOfExtra(it) : scopeOfGroup(it))))] };
}

/** Groups for users of the package, and groups for its developers look alike here; without pyproject.toml names tell. */
function isExtra(group: string, extras: unknown): boolean {
  if (extras !== undefined) return entry(extras, group) !== undefined;
  return !/^default$|dev|test|lint|doc|typ|format|build|ci/i.test(group);
}

function textsOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((it) => typeof it === 'string') : [];
}

function originOf(table: TomlTable): Package['origin'] {
  if (['git', 'hg', 'svn', 'bzr'].some((it) => entry(table, it) !== undefined)) return 'git';
  if (entry(table, 'path') !== undefined) return 'file';
  return entry(table, 'url') === undefined ? 'registry' : 'url';
}
