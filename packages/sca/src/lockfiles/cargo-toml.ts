import type { Scope } from '@plumbline/core';
import { folderOf } from '../project.ts';
import { entriesOf, entry, isTable, readToml, textEntry, type TomlTable } from '../text/toml.ts';
import type { Manifest, Problems } from './lockfile.ts';

/** A package that a Cargo.toml asks for. */
export interface CargoWish {
  readonly name: string;
  readonly requested: string;
  readonly scope: Scope;
}

/** What the members of a workspace ask for, by the member's name. */
export type CargoWishes = ReadonlyMap<string, readonly CargoWish[]>;

/** Reads the Cargo.toml files beside and below a lock file, as far as they are of the members. */
export function cargoWishes(
  { path, project }: Manifest,
  members: ReadonlySet<string>,
  problems: Problems,
): CargoWishes {
  const folder = folderOf(path);
  const prefix = folder === '' ? '' : `${folder}/`;
  const manifests = project.paths
    .filter((it) => it.startsWith(prefix) && (it === `${prefix}Cargo.toml` || it.endsWith('/Cargo.toml')))
    .flatMap((it) => {
      const { value, fault } = readToml(project.text(it) ?? '');
      if (fault) problems.add('parse-error', fault.message, fault.line, it);
      return value ? [{ path: it, value }] : [];
    });
  const root = manifests.find((it) => it.path === `${prefix}Cargo.toml`)?.value;
  const shared = entry(entry(root, 'workspace'), 'dependencies');
  const wishes = new Map<string, readonly CargoWish[]>();
  for (const { value } of manifests) {
    const name = textEntry(entry(value, 'package'), 'name');
    if (name !== undefined && members.has(name) && !wishes.has(name)) wishes.set(name, wishesOf(value, shared));
  }
  return wishes;
}

const kinds: readonly (readonly [table: string, scope: Scope])[] = [
  ['dependencies', 'runtime'],
  ['dev-dependencies', 'development'],
  ['build-dependencies', 'build'],
];

function wishesOf(cargo: TomlTable, shared: unknown): readonly CargoWish[] {
  const tables = [cargo, ...entriesOf(entry(cargo, 'target')).map(([, it]) => it)];
  return tables.flatMap((table) =>
    kinds.flatMap(([kind, scope]) =>
      entriesOf(entry(table, kind)).map(([key, wish]) => {
        const common = isTable(wish) && entry(wish, 'workspace') === true ? entry(shared, key) : undefined;
        return {
          // What is renamed says what it is.
          name: textEntry(wish, 'package') ?? textEntry(common, 'package') ?? key,
          requested: rangeOf(common ?? wish),
          scope: scope === 'runtime' && entry(wish, 'optional') === true ? ('optional' as const) : scope,
        };
      }),
    ),
  );
}

function rangeOf(wish: unknown): string {
  return typeof wish === 'string' ? wish : (textEntry(wish, 'version') ?? '*');
}
