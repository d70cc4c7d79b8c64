import type { Package, Scope } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { itemsOf, member, membersOf, readJson, textOf, type JsonValue } from '../text/json.ts';
import type { Lines } from '../text/lines.ts';
import { textBeside } from './beside.ts';
import { openJson } from './json-manifest.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** Composer's lock file: a list of packages and one of those for development. */
export const composerLock: Lockfile = {
  id: 'composer-lock',
  ecosystem: 'composer',
  files: ['composer.lock'],
  siblings: ['composer.json'],
  docs: 'https://getcomposer.org/doc/01-basic-usage.md#commit-your-composer-lock-file-to-version-control',
  maxBytes: 32 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root: lock, lines } = openJson(manifest, problems);
    if (!member(lock, 'content-hash') && member(lock, 'packages')?.is !== 'array') {
      problems.add('not-a-lockfile', 'No content-hash and no list of packages: this is no lock file of Composer.', 1);
    }
    const entries = [...entriesOf(lock, 'packages', 'runtime'), ...entriesOf(lock, 'packages-dev', 'development')];
    const byName = namesOf(entries);
    const listed = entries.slice(0, maxPackages).map((it) => lockedOf(it, byName, lines));
    return { value: packagesOf(manifest, 'composer', listed, rootsOf(manifest, byName)), problems: problems.list };
  },
};

interface Entry {
  readonly name: string;
  readonly version: string;
  readonly scope: Scope;
  readonly value: JsonValue;
}

function entriesOf(lock: JsonValue | undefined, list: string, scope: Scope): readonly Entry[] {
  return itemsOf(member(lock, list)).flatMap((value) => {
    const name = textOf(member(value, 'name')) ?? '';
    if (name === '' || name.length > maxNameLength) return [];
    return [{ name, version: textOf(member(value, 'version')) ?? '', scope, value }];
  });
}

function keyOf({ name, version }: Entry): string {
  return `${name.toLowerCase()}@${version}`;
}

/** The packages by their names, and by those that they replace or provide where nobody has them. */
function namesOf(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const byName = new Map<string, Entry>();
  for (const it of entries.toReversed()) {
    for (const list of ['provide', 'replace']) {
      for (const [name] of membersOf(member(it.value, list))) byName.set(name.toLowerCase(), it);
    }
  }
  for (const it of entries.toReversed()) byName.set(it.name.toLowerCase(), it);
  return byName;
}

function edgesTo(list: JsonValue | undefined, scope: Scope, byName: ReadonlyMap<string, Entry>): readonly Edge[] {
  return Array.from(membersOf(list), ([name, { value }]) => {
    const target = byName.get(name.toLowerCase());
    if (!target) return [];
    // What is asked of a name that another package provides says nothing of that one's versions.
    const isItself = target.name.toLowerCase() === name.toLowerCase();
    return [{ to: keyOf(target), scope, ...(isItself && { requested: textOf(value) ?? '' }) }];
  }).flat();
}

function lockedOf(it: Entry, byName: ReadonlyMap<string, Entry>, lines: Lines): Locked {
  const { name, version, scope, value } = it;
  const at = nameMember(value);
  return {
    key: keyOf(it),
    name,
    version,
    origin: originOf(value),
    address: addressOf(member(value, 'source')),
    scopes: [scope],
    licenses: itemsOf(member(value, 'license')).flatMap((license) => textOf(license) ?? []),
    ...abandoned(member(value, 'abandoned')),
    location: lines.location(at.start, at.end),
    edges: edgesTo(member(value, 'require'), 'runtime', byName),
  };
}

/** True, or the package that takes its place. */
function abandoned(value: JsonValue | undefined): Pick<Locked, 'deprecated'> {
  if (value?.is !== 'scalar' || value.value === false || value.value === null) return {};
  const instead = textOf(value);
  return { deprecated: instead === undefined || instead === '' ? '' : `use ${instead}` };
}

function nameMember(value: JsonValue): { readonly start: number; readonly end: number } {
  return member(value, 'name') ?? value;
}

/** Packages of a registry say whom to notify of an installation; those of a repository of its own do not. */
function originOf(value: JsonValue): Package['origin'] {
  if (textOf(member(member(value, 'dist'), 'type')) === 'path') return 'file';
  if (member(value, 'notification-url')) return 'registry';
  return /^(?:git|hg|svn)$/.test(textOf(member(member(value, 'source'), 'type')) ?? '') ? 'git' : 'registry';
}

function addressOf(source: JsonValue | undefined): string {
  return `${textOf(member(source, 'url')) ?? ''}#${textOf(member(source, 'reference')) ?? ''}`;
}

function rootsOf(manifest: Manifest, byName: ReadonlyMap<string, Entry>): readonly Edge[] | undefined {
  const text = textBeside(manifest, 'composer.json');
  if (text === undefined) return undefined;
  const { value } = readJson(text);
  return [
    ...edgesTo(member(value, 'require'), 'runtime', byName),
    ...edgesTo(member(value, 'require-dev'), 'development', byName),
  ];
}
