import { linesIn, locationInLine } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile } from './lockfile.ts';

/** The modules whose code a Go project has in its vendor folder; those that go.mod names are said there. */
export const goVendor: Lockfile = {
  id: 'go-vendor',
  ecosystem: 'golang',
  files: ['vendor/modules.txt'],
  siblings: ['go.mod'],
  docs: 'https://go.dev/ref/mod#vendoring',
  maxBytes: 16 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const module = manifest.path.replace(/vendor\/modules\.txt$/, 'go.mod');
    if (manifest.project.has(module)) return { value: [], problems: [] };
    const listed: Declared[] = [];
    let last: Declared | undefined;
    for (const { text, number } of linesIn(manifest.text)) {
      // A module with its version, and what is there instead of it.
      const found =
        /^# (?<path>[^\s]+)(?: (?<version>v[^\s]+))?(?: => (?<other>[^\s]+)(?: (?<otherVersion>v[^\s]+))?)?\s*$/.exec(
          text.slice(0, maxNameLength * 4),
        )?.groups;
      if (found && (found['version'] ?? found['other']) !== undefined && listed.length < maxPackages) {
        last = declaredOf(found, locationInLine(manifest.path, number, 1, text.trimEnd().length));
        listed.push(last);
      }
      if (last && text.startsWith('## explicit')) listed[listed.length - 1] = { ...last, direct: true };
    }
    if (listed.length === 0 && manifest.text.trim() !== '') {
      problems.add('not-a-lockfile', 'No module: Go wrote none of this.', 1);
    }
    return { value: declaredPackages(manifest, 'golang', listed), problems: problems.list };
  },
};

function declaredOf(found: Readonly<Record<string, string | undefined>>, location: Declared['location']): Declared {
  const { path = '', version = '', other, otherVersion } = found;
  if (other === undefined) return { name: path, version, direct: false, location };
  const isFolder = otherVersion === undefined;
  return {
    name: isFolder ? path : other,
    version: otherVersion ?? '',
    requested: version,
    origin: isFolder ? 'file' : 'registry',
    direct: false,
    location,
  };
}
