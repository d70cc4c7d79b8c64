import type { Package, Scope } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { entry, textEntry, type TomlTable } from '../text/toml.ts';
import { scopeOfExtra, scopeOfGroup } from './groups.ts';
import { packagesOf } from './locked.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { edgesTo, pyprojectBeside, pythonKey, rootsBeside, targetsIn, type Targets } from './python-targets.ts';
import { readTomlPackages, type TomlPackage } from './toml-packages.ts';

/** Python's own lock file, which pip, uv and PDM write. */
export const pylock: Lockfile = {
  id: 'pylock',
  ecosystem: 'pypi',
  files: ['pylock.toml', 'pylock.*.toml'],
  siblings: ['pyproject.toml'],
  docs: 'https://packaging.python.org/en/latest/specifications/pylock-toml/',
  maxBytes: 16 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const lock = { list: 'packages', others: ['tool'], program: 'Python (pylock.toml)' };
    const packages = readTomlPackages(manifest, lock, problems).filter((it) => !isProject(it));
    const targets = targetsIn(packages);
    const listed = packages.map((it) => ({
      key: pythonKey(it),
      name: it.name,
      version: it.version,
      location: it.location,
      origin: originOf(it.table),
      address: addressOf(entry(it.table, 'vcs')),
      ...scopesOf(textEntry(it.table, 'marker')),
      edges: edgesOf(it.table, targets),
    }));
    const roots = rootsBeside(pyprojectBeside(manifest, problems), targets);
    return { value: packagesOf(manifest, 'pypi', listed, roots), problems: problems.list };
  },
};

/** The project that the file locks is in it. */
function isProject({ table }: TomlPackage): boolean {
  return textEntry(entry(table, 'directory'), 'path') === '.';
}

function edgesOf(table: TomlTable, targets: Targets): readonly Edge[] {
  const list = entry(table, 'dependencies');
  return (Array.isArray(list) ? list : []).flatMap((it) => {
    const version = textEntry(it, 'version');
    const range = version === undefined ? '' : `==${version}`;
    return edgesTo(targets, textEntry(it, 'name') ?? '', range, 'runtime').map(({ to, scope }) => ({ to, scope }));
  });
}

function addressOf(vcs: unknown): string {
  return `${textEntry(vcs, 'url') ?? ''}#${textEntry(vcs, 'commit-id') ?? ''}`;
}

/** Packages of extras and groups have markers that say so: `'dev' in dependency_groups`. */
function scopesOf(marker = ''): { readonly scopes?: readonly Scope[] } {
  const found = marker.matchAll(/(["'])([^"']{1,200})\1\s+in\s+(dependency_groups|extras)\b/g);
  const scopes = Array.from(found, ([, , name = '', kind]) =>
    kind === 'extras' ? scopeOfExtra(name) : scopeOfGroup(name),
  );
  return scopes.length === 0 ? {} : { scopes: [...new Set(scopes)] };
}

function originOf(table: TomlTable): Package['origin'] {
  if (entry(table, 'vcs') !== undefined) return 'git';
  if (entry(table, 'directory') !== undefined) return 'file';
  return entry(table, 'archive') === undefined ? 'registry' : 'url';
}
