import { linesIn, locationInLine } from '../text/lines.ts';
import { entriesOf, entry, readToml, textEntry } from '../text/toml.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** Gradle's version catalogue: the modules that a build's projects may ask for, with their versions. */
export const gradleCatalog: Lockfile = {
  id: 'gradle-catalog',
  ecosystem: 'maven',
  files: ['libs.versions.toml', '*.versions.toml'],
  siblings: [],
  docs: 'https://docs.gradle.org/current/userguide/version_catalogs.html',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { value: catalog, fault } = readToml(manifest.text);
    if (fault) problems.add('parse-error', fault.message, fault.line);
    else if (
      manifest.text.trim() !== '' &&
      !['libraries', 'versions', 'plugins', 'bundles'].some((it) => entry(catalog, it))
    ) {
      problems.add('not-a-manifest', 'No [versions] and no [libraries]: this is no version catalogue.', 1);
    }
    return { value: packagesOf(manifest, 'maven', lockedIn(manifest, catalog)), problems: problems.list };
  },
};

function lockedIn({ path, text }: Manifest, catalog: unknown): readonly Locked[] {
  const places = keyLines(text);
  return entriesOf(entry(catalog, 'libraries'))
    .slice(0, maxPackages)
    .flatMap(([alias, it]): readonly Locked[] => {
      const short = typeof it === 'string' ? it.split(':') : undefined;
      const name = short ? short.slice(0, 2).join(':') : moduleOf(it);
      if (!/^[^\s:]+:[^\s:]+$/.test(name) || name.length > maxNameLength) return [];
      const range = short ? (short[2] ?? '') : versionOf(entry(it, 'version'), catalog);
      const version = /[[\](),+]|^latest\./.test(range) ? '' : range;
      const place = places.get(alias) ?? { number: 1, length: 1 };
      const location = locationInLine(path, place.number, 1, place.length);
      return [{ key: `${name}@${version}`, name, version, direct: true, requested: range, location }];
    });
}

function moduleOf(library: unknown): string {
  return textEntry(library, 'module') ?? `${textEntry(library, 'group') ?? ''}:${textEntry(library, 'name') ?? ''}`;
}

/** A version, a reference to one, or a rich one; of that the preferred first. */
function versionOf(version: unknown, catalog: unknown): string {
  const reference = textEntry(version, 'ref');
  const found = reference === undefined ? version : entry(entry(catalog, 'versions'), reference);
  if (typeof found === 'string') return found;
  return textEntry(found, 'prefer') ?? textEntry(found, 'require') ?? textEntry(found, 'strictly') ?? '';
}

/** The lines on which keys of `[libraries]` stand. */
function keyLines(text: string): ReadonlyMap<string, { readonly number: number; readonly length: number }> {
  const places = new Map<string, { readonly number: number; readonly length: number }>();
  let isIn = false;
  for (const { text: line, number } of linesIn(text)) {
    if (/^\s*\[/.test(line)) isIn = /^\s*\[\s*libraries\s*\]/.test(line);
    const key = isIn ? /^\s*"?([\w.-]{1,200})"?\s*=/.exec(line)?.[1] : undefined;
    if (key !== undefined) places.set(key.replace(/\..*$/s, ''), { number, length: line.trimEnd().length });
  }
  return places;
}
