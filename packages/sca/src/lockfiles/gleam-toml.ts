import type { Scope } from '@plumbline/core';
import { entriesOf, entry, isTable, readToml, textEntry } from '../text/toml.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { tomlPlaces } from './toml-declared.ts';

/** What a Gleam project asks for, where its lock file is missing. */
export const gleamToml: Lockfile = {
  id: 'gleam-toml',
  ecosystem: 'hex',
  files: ['gleam.toml'],
  siblings: ['manifest.toml'],
  docs: 'https://gleam.run/writing-gleam/gleam-toml/',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, ['manifest.toml'])) return { value: [], problems: [] };
    const { value: gleam, fault } = readToml(manifest.text);
    if (fault) problems.add('parse-error', fault.message, fault.line);
    else if (manifest.text.trim() !== '' && !entry(gleam, 'name')) {
      problems.add('not-a-manifest', 'No name: this is no gleam.toml.', 1);
    }
    return { value: declaredPackages(manifest, 'hex', wishesIn(manifest, gleam)), problems: problems.list };
  },
};

const kinds: readonly (readonly [table: string, scope: Scope])[] = [
  ['dependencies', 'runtime'],
  ['dev-dependencies', 'development'],
  ['dev_dependencies', 'development'],
];

function wishesIn({ path, text }: Manifest, gleam: unknown): readonly Declared[] {
  const place = tomlPlaces(path, text);
  return kinds.flatMap(([table, scope]) =>
    entriesOf(entry(gleam, table)).map(([name, wish]): Declared => {
      const requested = typeof wish === 'string' ? wish : textEntry(wish, 'version');
      const git = textEntry(wish, 'git');
      const isFolder = isTable(wish) && entry(wish, 'path') !== undefined;
      return {
        name,
        version: /^(?:==\s*)?(\d+\.\d+\.\d[\w.+-]*)$/.exec(requested ?? '')?.[1] ?? '',
        scopes: [scope],
        location: place(table, name),
        origin: git === undefined ? (isFolder ? 'file' : 'registry') : 'git',
        ...(git === undefined ? {} : { address: `${git}#${textEntry(wish, 'ref') ?? ''}` }),
        ...(requested === undefined ? {} : { requested }),
      };
    }),
  );
}
