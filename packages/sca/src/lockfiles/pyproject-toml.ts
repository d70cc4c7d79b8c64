import { linesOf } from '../text/lines.ts';
import { folderOf } from '../project.ts';
import { entry, readToml } from '../text/toml.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { projectWishes } from './pyproject.ts';
import { normalName, pinnedVersion } from './python.ts';

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
    if (hasLock(manifest)) return { value: [], problems: problems.list };
    const { value: pyproject, fault } = readToml(manifest.text);
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

function hasLock({ path, project }: Manifest): boolean {
  const folder = folderOf(path);
  return lockNames.some((it) => project.has(folder === '' ? it : `${folder}/${it}`));
}

function lockedIn({ path, text }: Manifest, pyproject: unknown): readonly Locked[] {
  const lines = linesOf(path, text);
  const places = placesIn(text);
  return projectWishes(pyproject)
    .filter((it) => it.name.length <= maxNameLength)
    .slice(0, maxPackages)
    .map(({ name, specifier, scope }) => {
      const start = places.get(name) ?? 0;
      const version = pinnedVersion(specifier);
      return {
        key: `${normalName(name)}@${version}:${scope}`,
        name,
        version,
        location: lines.location(start, start + name.length),
        scopes: [scope],
        direct: true,
        requested: specifier,
      };
    });
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
