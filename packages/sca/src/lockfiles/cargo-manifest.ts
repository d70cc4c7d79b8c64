import type { Scope } from '@plumbline/core';
import { entriesOf, entry, isTable, readToml, textEntry } from '../text/toml.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { tomlPlaces } from './toml-declared.ts';

/** A crate and what it asks for, where no lock file is there: libraries are published without. */
export const cargoManifest: Lockfile = {
  id: 'cargo-manifest',
  ecosystem: 'cargo',
  files: ['Cargo.toml'],
  siblings: ['Cargo.lock'],
  docs: 'https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, ['Cargo.lock'])) return { value: [], problems: [] };
    const { value: cargo, fault } = readToml(manifest.text);
    if (fault) problems.add('parse-error', fault.message, fault.line);
    else if (
      manifest.text.trim() !== '' &&
      !['package', 'workspace', 'dependencies'].some((it) => isTable(entry(cargo, it)))
    ) {
      problems.add('not-a-manifest', 'No [package] and no [workspace]: this is no Cargo.toml.', 1);
    }
    const listed = [...itself(manifest, cargo), ...wishesIn(manifest, cargo, problems)];
    return { value: declaredPackages(manifest, 'cargo', listed), problems: problems.list };
  },
};

/** The crate itself, as the lock file names it; a version may stand in the workspace's root. */
function itself({ path, text }: Manifest, cargo: unknown): readonly Declared[] {
  const crate = entry(cargo, 'package');
  const [name, version] = [textEntry(crate, 'name'), textEntry(crate, 'version') ?? ''];
  const license = textEntry(crate, 'license');
  return name === undefined
    ? []
    : [
        {
          name,
          version,
          origin: 'workspace',
          location: tomlPlaces(path, text)('package', 'name'),
          ...(license === undefined ? {} : { licenses: [license] }),
        },
      ];
}

const kinds: readonly (readonly [table: string, scope: Scope])[] = [
  ['dependencies', 'runtime'],
  ['dev-dependencies', 'development'],
  ['build-dependencies', 'build'],
];

function wishesIn({ path, text }: Manifest, cargo: unknown, problems: Problems): readonly Declared[] {
  const place = tomlPlaces(path, text);
  const shared = entry(entry(cargo, 'workspace'), 'dependencies');
  const tables: readonly (readonly [prefix: string, table: unknown])[] = [
    ['', cargo],
    ...entriesOf(entry(cargo, 'target')).map(([name, it]) => [`target.${name.replaceAll(/["']/g, '')}.`, it] as const),
  ];
  const own = tables.flatMap(([prefix, table]) =>
    kinds.flatMap(([kind, scope]) =>
      entriesOf(entry(table, kind)).flatMap(([key, wish]) => {
        const location = place(`${prefix}${kind}`, key);
        if (!isWish(wish)) {
          problems.add('parse-error', 'Neither a version nor a table of texts: Cargo refuses it.', location.start.line);
          return [];
        }
        const common = entry(wish, 'workspace') === true ? entry(shared, key) : undefined;
        const told = entry(wish, 'optional') === true && scope === 'runtime' ? 'optional' : scope;
        return [{ ...declaredOf(key, common ?? wish, told), location }];
      }),
    ),
  );
  // The root of a workspace may only name what its members share.
  const rest = entriesOf(shared).filter(([key]) => !own.some((it) => it.name === key));
  return [
    ...own,
    ...rest.map(([key, wish]) => ({
      ...declaredOf(key, wish, 'runtime'),
      location: place('workspace.dependencies', key),
    })),
  ];
}

/** A version, or a table whose places are texts. */
function isWish(wish: unknown): boolean {
  if (!isTable(wish)) return typeof wish === 'string';
  return ['version', 'git', 'path', 'package', 'rev'].every((it) =>
    ['string', 'undefined'].includes(typeof entry(wish, it)),
  );
}

function declaredOf(key: string, wish: unknown, scope: Scope): Omit<Declared, 'location'> {
  const requested = typeof wish === 'string' ? wish : (textEntry(wish, 'version') ?? '');
  const git = textEntry(wish, 'git');
  const isFolder = isTable(wish) && entry(wish, 'path') !== undefined;
  return {
    name: textEntry(wish, 'package') ?? key,
    version: /^=\s*(\d+\.\d+\.\d[\w.+-]*)$/.exec(requested)?.[1] ?? '',
    scopes: [scope],
    origin: git === undefined ? (isFolder ? 'file' : 'registry') : 'git',
    ...(git === undefined ? {} : { address: `${git}#${textEntry(wish, 'rev') ?? ''}` }),
    ...(requested === '' ? {} : { requested }),
  };
}
