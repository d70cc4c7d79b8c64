import { linesIn, locationInLine } from '../text/lines.ts';
import type { Edge } from '../graph.ts';
import { textBeside } from './beside.ts';
import { entriesOf, entry, readToml, textEntry } from '../text/toml.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** Gleam's lock file; what the project asks for stands in gleam.toml, and in a table of its own. */
export const gleamManifest: Lockfile = {
  id: 'gleam-manifest',
  ecosystem: 'hex',
  files: ['manifest.toml'],
  isShared: true,
  siblings: ['gleam.toml'],
  docs: 'https://gleam.run/writing-gleam/gleam-toml/',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { value: lock, fault } = readToml(manifest.text);
    if (fault) problems.add('parse-error', fault.message, fault.line);
    const list = entry(lock, 'packages');
    const listed = Array.isArray(list) ? list.slice(0, maxPackages) : [];
    const keys = new Map(listed.map((it) => [textEntry(it, 'name') ?? '', keyOf(it)]));
    const places = placesIn(manifest.text);
    const locked = listed.flatMap((it): readonly Locked[] => {
      const name = textEntry(it, 'name') ?? '';
      if (name === '' || name.length > maxNameLength) return [];
      const { number, length } = places.get(name) ?? { number: 1, length: 1 };
      const needs = entry(it, 'requirements');
      return [
        {
          key: keyOf(it),
          name,
          version: textEntry(it, 'version') ?? '',
          location: locationInLine(manifest.path, number, 1, length),
          edges: (Array.isArray(needs) ? needs : []).map((need) => ({
            to: keys.get(String(need)) ?? '',
            scope: 'runtime',
          })),
          ...originOf(it),
        },
      ];
    });
    const roots = rootsOf(manifest, lock, keys);
    return {
      value: packagesOf(manifest, 'hex', locked, roots.length > 0 ? roots : undefined),
      problems: problems.list,
    };
  },
};

function keyOf(it: unknown): string {
  return `${textEntry(it, 'name') ?? ''}@${textEntry(it, 'version') ?? ''}`;
}

function originOf(it: unknown): Pick<Locked, 'origin' | 'address'> {
  switch (textEntry(it, 'source')) {
    case 'git':
      return { origin: 'git', address: `${textEntry(it, 'repo') ?? ''}#${textEntry(it, 'commit') ?? ''}` };
    case 'local':
      return { origin: 'file' };
    default:
      return { origin: 'registry' };
  }
}

/** The table `requirements` has all wishes; gleam.toml knows which are for development. */
function rootsOf(manifest: Manifest, lock: unknown, keys: ReadonlyMap<string, string>): readonly Edge[] {
  const { value: gleam } = readToml(textBeside(manifest, 'gleam.toml') ?? '');
  const dev = new Set(
    ['dev-dependencies', 'dev_dependencies'].flatMap((it) => entriesOf(entry(gleam, it)).map(([name]) => name)),
  );
  return entriesOf(entry(lock, 'requirements')).map(([name, wish]) => ({
    to: keys.get(name) ?? '',
    requested: textEntry(wish, 'version') ?? '',
    scope: dev.has(name) ? 'development' : 'runtime',
  }));
}

function placesIn(text: string): ReadonlyMap<string, { readonly number: number; readonly length: number }> {
  const places = new Map<string, { readonly number: number; readonly length: number }>();
  for (const { text: line, number } of linesIn(text)) {
    const name = /^\s*(?:\{\s*)?name\s*=\s*"([^"]{1,200})"/.exec(line.slice(0, 500))?.[1];
    if (name !== undefined && !places.has(name)) places.set(name, { number, length: line.trimEnd().length });
  }
  return places;
}
