import type { Scope } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { entriesOf, entry, readToml, textEntry } from '../text/toml.ts';
import { textBeside } from './beside.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { tomlPlaces } from './toml-declared.ts';

/** Julia's lock file, formats 1 and 2. Packages without a version are parts of Julia itself. */
export const juliaManifest: Lockfile = {
  id: 'julia-manifest',
  ecosystem: 'julia',
  files: ['Manifest.toml', 'JuliaManifest.toml', 'Manifest-v*.toml'],
  siblings: ['Project.toml', 'JuliaProject.toml'],
  docs: 'https://pkgdocs.julialang.org/v1/toml-files/#Manifest.toml',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { value: lock, fault } = readToml(manifest.text);
    if (fault) problems.add('parse-error', fault.message, fault.line);
    const isNew = entry(lock, 'manifest_format') !== undefined;
    const found = entriesOf(isNew ? entry(lock, 'deps') : lock).flatMap(([name, list]) =>
      (Array.isArray(list) ? list : []).map((it) => ({ name, it })),
    );
    // Without packages the first format is a remark of Julia's alone.
    if (found.length === 0 && !isNew && !fault && !/^\s*(?:#.*machine-generated|$)/.test(manifest.text)) {
      problems.add('not-a-lockfile', 'No manifest_format and no packages: this is no Manifest.toml.', 1);
    }
    const place = tomlPlaces(manifest.path, manifest.text);
    const keys = new Map(found.map(({ name, it }) => [name, `${name}@${textEntry(it, 'version') ?? ''}`]));
    const listed = found.slice(0, maxPackages).flatMap(({ name, it }): readonly Locked[] => {
      const version = textEntry(it, 'version') ?? '';
      if (version === '' || name.length > maxNameLength) return [];
      const git = textEntry(it, 'repo-url');
      return [
        {
          key: `${name}@${version}`,
          name,
          version,
          location: place(isNew ? `deps.${name}` : name, ''),
          edges: needsOf(it).map((need): Edge => ({ to: keys.get(need) ?? '', scope: 'runtime' })),
          ...(git === undefined
            ? { origin: entry(it, 'path') === undefined ? 'registry' : 'file' }
            : { origin: 'git', address: `${git}#${textEntry(it, 'repo-rev') ?? ''}` }),
        },
      ];
    });
    return { value: packagesOf(manifest, 'julia', listed, rootsBeside(manifest, keys)), problems: problems.list };
  },
};

/** Names, or names with the identifiers that tell them apart. */
function needsOf(it: unknown): readonly string[] {
  const needs = entry(it, 'deps');
  if (Array.isArray(needs)) return needs.map(String);
  return entriesOf(needs).map(([name]) => name);
}

function rootsBeside(manifest: Manifest, keys: ReadonlyMap<string, string>): readonly Edge[] | undefined {
  const text = textBeside(manifest, 'Project.toml') ?? textBeside(manifest, 'JuliaProject.toml');
  if (text === undefined) return undefined;
  const { value: project } = readToml(text);
  const compat = entry(project, 'compat');
  const wishes = (table: string, scope: Scope): readonly Edge[] =>
    entriesOf(entry(project, table)).map(([name]) => {
      const requested = textEntry(compat, name);
      return { to: keys.get(name) ?? '', scope, ...(requested === undefined ? {} : { requested }) };
    });
  return [...wishes('deps', 'runtime'), ...wishes('extras', 'test'), ...wishes('weakdeps', 'optional')];
}
