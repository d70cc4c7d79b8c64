import type { Scope } from '@plumbline/core';
import { entriesOf, entry, readToml, textEntry } from '../text/toml.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { tomlPlaces } from './toml-declared.ts';

const locks = ['Manifest.toml', 'JuliaManifest.toml'];

/** A package of Julia and what it asks for, where its lock file is missing. */
export const juliaProject: Lockfile = {
  id: 'julia-project',
  ecosystem: 'julia',
  files: ['Project.toml', 'JuliaProject.toml'],
  isShared: true,
  siblings: locks,
  docs: 'https://pkgdocs.julialang.org/v1/toml-files/#Project.toml',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, locks)) return { value: [], problems: [] };
    const { value: project, fault } = readToml(manifest.text);
    if (fault) problems.add('parse-error', fault.message, fault.line);
    const listed = [...itself(manifest, project), ...wishesIn(manifest, project)];
    return { value: declaredPackages(manifest, 'julia', listed), problems: problems.list };
  },
};

function itself({ path, text }: Manifest, project: unknown): readonly Declared[] {
  const [name, version] = [textEntry(project, 'name'), textEntry(project, 'version') ?? ''];
  // Other programs have a file of this name; Julia's packages have identifiers.
  if (name === undefined || textEntry(project, 'uuid') === undefined) return [];
  return [{ name, version, origin: 'workspace', location: tomlPlaces(path, text)('', 'name') }];
}

const tables: readonly (readonly [name: string, scope: Scope])[] = [
  ['deps', 'runtime'],
  ['weakdeps', 'optional'],
  ['extras', 'test'],
];

function wishesIn({ path, text }: Manifest, project: unknown): readonly Declared[] {
  const place = tomlPlaces(path, text);
  const compat = entry(project, 'compat');
  const sources = entry(project, 'sources');
  return tables.flatMap(([table, scope]) =>
    entriesOf(entry(project, table)).flatMap(([name, uuid]): readonly Declared[] => {
      if (typeof uuid !== 'string') return [];
      const requested = textEntry(compat, name);
      const source = entry(sources, name);
      const git = textEntry(source, 'url');
      return [
        {
          name,
          version: /^=\s*(\d[\w.+-]*)$/.exec(requested ?? '')?.[1] ?? '',
          scopes: [scope],
          location: place(table, name),
          origin: git === undefined ? (entry(source, 'path') === undefined ? 'registry' : 'file') : 'git',
          ...(git === undefined ? {} : { address: `${git}#${textEntry(source, 'rev') ?? ''}` }),
          ...(requested === undefined ? {} : { requested }),
        },
      ];
    }),
  );
}
