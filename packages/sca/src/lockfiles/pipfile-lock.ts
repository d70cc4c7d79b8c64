import type { Package } from '@plumbline/core';
import { member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import type { Lines } from '../text/lines.ts';
import { entriesOf, entry, readToml, textEntry } from '../text/toml.ts';
import { textBeside } from './beside.ts';
import { openJson } from './json-manifest.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { scopeOfGroup } from './groups.ts';
import { normalName, pinnedVersion } from './python.ts';

/** Pipenv's lock file: a list for every category of the Pipfile, without who asks for whom. */
export const pipfileLock: Lockfile = {
  id: 'pipfile-lock',
  ecosystem: 'pypi',
  files: ['Pipfile.lock'],
  siblings: ['Pipfile'],
  docs: 'https://pipenv.pypa.io/en/latest/pipfile.html',
  maxBytes: 16 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root: lock, lines } = openJson(manifest, problems);
    if (!member(lock, '_meta') && !member(lock, 'default')) {
      problems.add('not-a-lockfile', 'No _meta and no default: this is no lock file of Pipenv.', 1);
      return { value: [], problems: problems.list };
    }
    const found = lockedIn(lock, lines, pipfileWishes(manifest, problems));
    return { value: packagesOf(manifest, 'pypi', found), problems: problems.list };
  },
};

type Wishes = ReadonlyMap<string, string> | undefined;

/** A package that several categories list is one package with their scopes. */
function lockedIn(lock: JsonValue | undefined, lines: Lines, wishes: Wishes): readonly Locked[] {
  const found = new Map<string, Locked>();
  for (const [category, { value }] of membersOf(lock)) {
    if (category === '_meta') continue;
    const scope = scopeOfGroup(category === 'develop' ? 'dev' : category);
    for (const [name, it] of membersOf(value)) {
      if (name === '' || name.length > maxNameLength) continue;
      const locked = lockedOf(name, it.value, wishes);
      const known = found.get(locked.key);
      const scopes = [...new Set([...(known?.scopes ?? []), scope])];
      found.set(locked.key, { ...locked, scopes, location: known?.location ?? lines.location(it.start, it.end) });
    }
  }
  return [...found.values()];
}

function lockedOf(name: string, value: JsonValue, wishes: Wishes): Omit<Locked, 'location'> {
  const version = pinnedVersion(textOf(member(value, 'version')) ?? '');
  const requested = wishes?.get(normalName(name));
  return {
    key: `${normalName(name)}@${version}`,
    name,
    version,
    origin: originOf(value),
    address: `${textOf(member(value, 'git')) ?? ''}#${textOf(member(value, 'ref')) ?? ''}`,
    // Without a Pipfile: Pipenv notes the index of packages that the project names.
    direct: wishes ? requested !== undefined : member(value, 'index') !== undefined,
    ...(requested === undefined ? {} : { requested }),
  };
}

function originOf(value: JsonValue): Package['origin'] {
  if (['git', 'hg', 'svn', 'bzr'].some((it) => member(value, it))) return 'git';
  if (member(value, 'path')) return 'file';
  return member(value, 'file') ? 'url' : 'registry';
}

/** Normal names and ranges of all that the Pipfile asks for; undefined without one. */
function pipfileWishes(manifest: Manifest, problems: Problems): Wishes {
  const text = textBeside(manifest, 'Pipfile');
  if (text === undefined) return undefined;
  const { value, fault } = readToml(text);
  if (fault) problems.add('parse-error', `Pipfile:${fault.line}: ${fault.message}`);
  const lists = entriesOf(value).filter(([name]) => !/^(?:source|requires|scripts|pipenv|pipfile)$/.test(name));
  return new Map(
    lists.flatMap(([name]) =>
      entriesOf(entry(value, name)).map(([key, wish]) => [
        normalName(key),
        typeof wish === 'string' ? wish : (textEntry(wish, 'version') ?? '*'),
      ]),
    ),
  );
}
