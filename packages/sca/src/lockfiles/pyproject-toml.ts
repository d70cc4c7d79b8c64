import { linesOf } from '../text/lines.ts';
import { folderOf } from '../project.ts';
import { entry, readToml, textEntry } from '../text/toml.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { projectWishes } from './pyproject.ts';
import { normalName } from './python.ts';

const lockNames = ['poetry.lock', 'uv.lock', 'pdm.lock', 'pylock.toml'];

/** A Python project without a lock file: what it asks for itself. With one beside it, that one is read instead. */
export const pyprojectToml: Lockfile = {
  id: 'pyproject-toml',
  ecosystem: 'pypi',
  files: ['pyproject.toml'],
  siblings: lockNames,
  docs: 'https://packaging.python.org/en/latest/specifications/pyproject-toml/',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { value: pyproject, fault } = readToml(manifest.text);
    if (hasLock(manifest, pyproject)) return { value: [], problems: [] };
    if (fault) problems.add('parse-error', fault.message, fault.line);
    else if (
      manifest.text.trim() !== '' &&
      !['project', 'tool', 'build-system', 'dependency-groups'].some((it) => entry(pyproject, it))
    ) {
      problems.add('not-a-manifest', 'No [project], [tool] or [build-system]: this is no pyproject.toml.', 1);
    }
    return { value: packagesOf(manifest, 'pypi', lockedIn(manifest, pyproject)), problems: problems.list };
  },
};

/** A lock file beside it, or one further up of a workspace whose member it is: that one lists it by its name. */
function hasLock({ path, project }: Manifest, pyproject: unknown): boolean {
  const name = textEntry(entry(pyproject, 'project'), 'name');
  const member = name === undefined ? undefined : `name = "${normalName(name)}"`;
  for (let folder = folderOf(path), isBeside = true; ; folder = folderOf(folder), isBeside = false) {
    const locks = lockNames.map((it) => (folder === '' ? it : `${folder}/${it}`)).filter((it) => project.has(it));
    if (locks.some((it) => isBeside || (member !== undefined && (project.text(it) ?? '').includes(member))))
      return true;
    if (folder === '') return false;
  }
}

function lockedIn({ path, text }: Manifest, pyproject: unknown): readonly Locked[] {
  const lines = linesOf(path, text);
  const places = placesIn(text);
  const found = new Map<string, Locked>();
  for (const { name, version, specifier, scope, origin, address } of projectWishes(pyproject)) {
    if (name.length > maxNameLength || found.size >= maxPackages) continue;
    const start = places.get(name) ?? 0;
    const key = `${normalName(name)}@${version}:${scope}`;
    // For several platforms a package is asked for several times.
    const known = found.get(key);
    const requested = known ? `${known.requested} || ${specifier}` : specifier;
    const location = lines.location(start, start + name.length);
    found.set(key, { key, name, version, location, scopes: [scope], direct: true, origin, address, requested });
  }
  return [...found.values()];
}

/** Where names stand at the start of a quoted requirement or of a line; the first place of each. */
function placesIn(text: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const { 1: name, index } of text.matchAll(/(?<=["'\n])[\t ]{0,20}([A-Za-z0-9][\w.-]{0,200})/g)) {
    const start = text.indexOf(name!, index);
    if (!places.has(name!)) places.set(name!, start);
  }
  return places;
}
