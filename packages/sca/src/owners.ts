import type { Package } from '@plumbline/core';
import { plainPath } from './lockfiles/installed-files.ts';
import type { Lockfile, Manifest } from './lockfiles/lockfile.ts';

/** A package manager's database that was read. */
export interface Database {
  readonly format: Lockfile;
  open(): Manifest | undefined;
  readonly path: string;
}

/** Says of the packages of languages which of the operating system's packages brought their files. */
export function withOwners(packages: readonly Package[], databases: readonly Database[]): readonly Package[] {
  const own = new Set(databases.map((it) => it.path));
  const others = packages.filter((it) => !own.has(it.location.file));
  const owners = new Map<string, string>();
  const known = new Set(packages.map((it) => it.id));
  const asked = new Map<string, ReadonlyMap<string, string>>();
  for (const { format, path, open } of others.length === 0 ? [] : databases) {
    const root = format.system!.rootOf(path);
    const files = asked.get(root) ?? filesBelow(root, others);
    asked.set(root, files);
    const manifest = files.size > 0 ? open() : undefined;
    if (!manifest) continue;
    for (const [file, id] of format.system!.owners(manifest, new Set(files.keys()))) {
      if (known.has(id)) owners.set(files.get(file)!, id);
    }
  }
  if (owners.size === 0) return packages;
  return packages.map((it) => {
    const installedBy = own.has(it.location.file) ? undefined : owners.get(it.location.file);
    return installedBy === undefined ? it : { ...it, installedBy };
  });
}

/** The files that declare packages, by their paths from a system's root. */
function filesBelow(root: string, packages: readonly Package[]): ReadonlyMap<string, string> {
  const prefix = root === '' ? '' : `${root}/`;
  const files = [...new Set(packages.map((it) => it.location.file))].filter((it) => it.startsWith(prefix));
  return new Map(files.map((it) => [plainPath(it.slice(prefix.length)), it]));
}
