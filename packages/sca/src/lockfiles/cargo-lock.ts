import type { Package } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { entry, textEntry } from '../text/toml.ts';
import { cargoWishes, type CargoWishes } from './cargo-toml.ts';
import { packagesOf } from './locked.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { grouped } from './grouped.ts';
import { readTomlPackages, type TomlPackage } from './toml-packages.ts';

/** Cargo's lock file, versions 1 to 4. Packages without a source are the project's own: the members of its workspace. */
export const cargoLock: Lockfile = {
  id: 'cargo-lock',
  ecosystem: 'cargo',
  files: ['Cargo.lock'],
  siblings: ['Cargo.toml'],
  docs: 'https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html',
  maxBytes: 16 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const lock = { list: 'package', others: ['root', 'metadata', 'patch.unused'], program: 'Cargo' };
    const packages = readTomlPackages(manifest, lock, problems);
    const members = packages.filter((it) => originOf(it) === 'workspace');
    const wishes =
      members.length > 0 ? cargoWishes(manifest, new Set(members.map((it) => it.name)), problems) : noWishes;
    const keyOf = keysOf(packages);
    const targetOf = targetsIn(packages);
    const edges = new Map(packages.map((it) => [it, edgesOf(it, wishes, { targetOf, keyOf })]));
    const roots = members.flatMap((it): readonly Edge[] => [{ to: keyOf(it), scope: 'runtime' }, ...edges.get(it)!]);
    const listed = packages.map((it) => ({
      key: keyOf(it),
      name: it.name,
      version: it.version,
      location: it.location,
      origin: originOf(it),
      address: sourceOf(it),
      edges: edges.get(it)!,
    }));
    return {
      value: packagesOf(manifest, 'cargo', listed, members.length > 0 ? roots : undefined),
      problems: problems.list,
    };
  },
};

const noWishes: CargoWishes = new Map();

function sourceOf({ table }: TomlPackage): string {
  return textEntry(table, 'source') ?? '';
}

function originOf(it: TomlPackage): Package['origin'] {
  const source = sourceOf(it);
  if (source === '') return 'workspace';
  if (source.startsWith('git+')) return 'git';
  return source.startsWith('path+') ? 'file' : 'registry';
}

/** A fork may have the name and version of what it was made from, a package of the project those of its release. */
function keysOf(packages: readonly TomlPackage[]): KeyOf {
  const plain = ({ name, version }: TomlPackage): string => `${name}@${version}`;
  const own = new Set(packages.filter((it) => originOf(it) === 'workspace').map(plain));
  const hasTwin = (it: TomlPackage): boolean => originOf(it) !== 'workspace' && own.has(plain(it));
  return (it) => (originOf(it) === 'git' || hasTwin(it) ? `${plain(it)} (${sourceOf(it)})` : plain(it));
}

type KeyOf = (it: TomlPackage) => string;

/** Units: versions of one name. The largest workspaces have five. */
const maxVariants = 50;

/** Finds what a dependency means: `name`, with its version where several have the name, with its source where need be. */
function targetsIn(packages: readonly TomlPackage[]): (written: string) => TomlPackage | undefined {
  const byName = grouped(packages, (it) => it.name);
  return (written) => {
    const [name = '', version, source] = written.split(' ');
    const all = (byName.get(name) ?? []).slice(0, maxVariants);
    const fitting = all.filter((it) => version === undefined || it.version === version);
    // Without a source it is a package of the project's, where one has the name.
    const isMeant = (it: TomlPackage): boolean =>
      source === undefined ? sourceOf(it) === '' : `(${sourceOf(it)})`.startsWith(source.slice(0, -1));
    return fitting.find(isMeant) ?? fitting[0] ?? all[0];
  };
}

function edgesOf(
  { name, table }: TomlPackage,
  wishes: CargoWishes,
  { targetOf, keyOf }: { readonly targetOf: (written: string) => TomlPackage | undefined; readonly keyOf: KeyOf },
): readonly Edge[] {
  const list = entry(table, 'dependencies');
  const asked = wishes.get(name);
  return (Array.isArray(list) ? list : []).flatMap((it): readonly Edge[] => {
    const target = typeof it === 'string' ? targetOf(it) : undefined;
    if (!target) return [];
    const to = keyOf(target);
    const told = asked?.filter((wish) => wish.name === target.name) ?? [];
    return told.length === 0
      ? [{ to, scope: 'runtime' }]
      : told.map(({ scope, requested }) => ({ to, scope, requested }));
  });
}
