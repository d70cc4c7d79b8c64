import type { Scope } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { nameOf, resolvePath } from '../project.ts';
import { member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import { linesOf, type Lines } from '../text/lines.ts';
import { readYaml } from '../text/yaml.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { packageJsonIn } from './npm-manifest.ts';
import { readPnpmKey } from './pnpm-key.ts';

/**
 * pnpm's lock file, versions 5 to 9: since pnpm 11 two YAML documents, of which the first is pnpm's own installation.
 *
 * A package that is there several times with different peers is one package with the edges of all.
 */
export const pnpmLock: Lockfile = {
  id: 'pnpm-lock',
  ecosystem: 'npm',
  files: ['pnpm-lock.yaml'],
  siblings: ['package.json'],
  docs: 'https://pnpm.io/git#lockfiles',
  maxBytes: 32 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const lines = linesOf(manifest.path, manifest.text);
    const { documents, faults } = readYaml(manifest.text);
    for (const fault of faults) problems.add('parse-error', fault.message, lines.position(fault.offset).line);
    const locks = documents.filter((it) => member(it, 'lockfileVersion'));
    if (locks.length === 0) {
      problems.add('not-a-lockfile', 'No lockfileVersion: this is no lock file of pnpm.', 1);
      return { value: [], problems: problems.list };
    }
    for (const lock of locks) checkVersion(lock, problems);
    const entries = entriesOf(locks, lines, problems);
    const projects = locks.flatMap((it) => projectsOf(it, entries));
    const workspaces = projects.flatMap((it) => workspaceOf(it, manifest, lines));
    const listed = [...lockedOf(entries, lines), ...workspaces];
    const roots = [
      ...projects.flatMap((it) => it.edges),
      ...workspaces.map((it): Edge => ({ to: it.key, scope: 'runtime' })),
    ];
    return { value: packagesOf(manifest, 'npm', listed, roots), problems: problems.list };
  },
};

function checkVersion(lock: JsonValue, problems: Problems): void {
  const version = member(lock, 'lockfileVersion');
  const told = version?.is === 'scalar' ? String(version.value) : '';
  if (!/^[5-9](?:\.|$)/.test(told)) {
    problems.add(
      'lockfile-version',
      `lockfileVersion ${JSON.stringify(told.slice(0, 40))} is not known; read as far as it resembles 5 to 9.`,
    );
  }
}

interface Entry {
  /** Name and version, without peers. */
  readonly key: string;
  readonly name: string;
  readonly version: string;
  readonly origin: NonNullable<Locked['origin']>;
  readonly start: number;
  readonly end: number;
  /** What the file says of it; since version 9 in two places. */
  readonly values: readonly JsonValue[];
}

/** The packages by every name that the file has for them. */
function entriesOf(locks: readonly JsonValue[], lines: Lines, problems: Problems): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const listed = locks.flatMap((it) => [...membersOf(member(it, 'packages')), ...membersOf(member(it, 'snapshots'))]);
  const byKey = new Map<string, Entry & { readonly values: JsonValue[] }>();
  for (const [written, { start, end, value }] of listed) {
    if (byKey.size >= maxPackages || problems.isHopeless) break;
    const read = written.length <= maxNameLength * 8 ? readPnpmKey(written, value) : undefined;
    if (!read) {
      const shown = JSON.stringify(written.slice(0, 80));
      problems.add('parse-error', `${shown} names no package and version; it is left out.`, lines.position(start).line);
      continue;
    }
    const key = `${read.name}@${read.reference}`;
    const known = byKey.get(key);
    const entry = known ?? { ...read, key, start, end, values: [] };
    entry.values.push(value);
    if (!known) byKey.set(key, entry);
    entries.set(written, entry);
  }
  return entries;
}

/** The repository and commit, or the archive that its host makes of them. */
function addressOf(values: readonly JsonValue[]): string {
  for (const value of values) {
    const resolution = member(value, 'resolution');
    const [repository, commit] = [textOf(member(resolution, 'repo')), textOf(member(resolution, 'commit'))];
    if (repository !== undefined && commit !== undefined) return `${repository}#${commit}`;
    const archive = textOf(member(resolution, 'tarball'));
    if (archive !== undefined) return archive;
  }
  return '';
}

function lockedOf(entries: ReadonlyMap<string, Entry>, lines: Lines): readonly Locked[] {
  return Array.from(new Set(entries.values()), (it) => ({
    key: it.key,
    name: it.name,
    version: it.version,
    origin: it.origin,
    address: addressOf(it.values),
    location: lines.location(it.start, it.end),
    edges: it.values.flatMap((value) => [
      ...edgesOf(member(value, 'dependencies'), 'runtime', entries, noSource),
      ...edgesOf(member(value, 'optionalDependencies'), 'optional', entries, noSource),
    ]),
    otherwise: [it.values.flatMap(flaggedScope)[0] ?? 'runtime'],
  }));
}

/** Before version 9 a package that is only for development, or optional, says so. */
function flaggedScope(value: JsonValue): readonly Scope[] {
  const isSet = (key: string): boolean => {
    const flag = member(value, key);
    return flag?.is === 'scalar' && flag.value === true;
  };
  return isSet('dev') ? ['development'] : isSet('optional') ? ['optional'] : [];
}

/** Who asks, and where it stands what is asked for. */
interface Source {
  /** The folder of a project; undefined for a package. */
  readonly folder: string | undefined;
  /** Until version 5 the ranges have a list of their own. */
  readonly specifiers: JsonValue | undefined;
  /** Ranges that several projects share, by the names that stand in their place. */
  readonly catalogs: JsonValue | undefined;
}

const noSource: Source = { folder: undefined, specifiers: undefined, catalogs: undefined };

function edgesOf(
  list: JsonValue | undefined,
  scope: Scope,
  entries: ReadonlyMap<string, Entry>,
  source: Source,
): readonly Edge[] {
  return Array.from(membersOf(list), ([name, { value }]) => {
    const reference = textOf(member(value, 'version')) ?? textOf(value) ?? '';
    const requested = textOf(member(value, 'specifier')) ?? textOf(member(source.specifiers, name));
    const range = requested === undefined ? undefined : inCatalog(requested, name, source);
    const to = workspaceAt(reference, source) ?? targetOf(name, reference, entries);
    return to === undefined ? [] : [{ to, scope, ...(range === undefined ? {} : { requested: range }) }];
  }).flat();
}

/** Source: https://pnpm.io/catalogs: `catalog:` is the one called default. */
function inCatalog(requested: string, name: string, { catalogs }: Source): string {
  if (!requested.startsWith('catalog:')) return requested;
  const catalog = requested.slice('catalog:'.length);
  const entry = member(member(catalogs, catalog === '' ? 'default' : catalog), name);
  return textOf(member(entry, 'specifier')) ?? textOf(entry) ?? requested;
}

/** A reference is a version, or for aliases, addresses and files the whole name of an entry. */
function targetOf(name: string, reference: string, entries: ReadonlyMap<string, Entry>): string | undefined {
  const plain = reference.startsWith('file:./') ? `file:${reference.slice('file:./'.length)}` : reference;
  const found =
    entries.get(`${name}@${plain}`) ??
    entries.get(`/${name}@${plain}`) ??
    entries.get(`/${name}/${plain}`) ??
    entries.get(plain) ??
    entries.get(`/${plain}`);
  return found?.key;
}

/** A project of the workspace: `link:` and its folder, seen from who asks. */
function workspaceAt(reference: string, { folder }: Source): string | undefined {
  if (folder === undefined || !reference.startsWith('link:')) return undefined;
  const linked = resolvePath(folder, reference.slice('link:'.length));
  return linked === undefined ? undefined : workspaceKey(linked);
}

const workspaceKey = (folder: string): string => `workspace:${folder}`;

const kinds: readonly (readonly [list: string, scope: Scope])[] = [
  ['dependencies', 'runtime'],
  ['optionalDependencies', 'optional'],
  ['devDependencies', 'development'],
  ['configDependencies', 'development'],
  ['packageManagerDependencies', 'development'],
];

interface Project {
  readonly folder: string;
  readonly edges: readonly Edge[];
  readonly start: number;
  readonly end: number;
}

/** The project and those of its workspace; a lock of a single project has no importers. */
function projectsOf(lock: JsonValue, entries: ReadonlyMap<string, Entry>): readonly Project[] {
  const importers = member(lock, 'importers');
  const listed = importers ? [...membersOf(importers)] : [['.', { value: lock, start: 0, end: 0 }] as const];
  const catalogs = member(lock, 'catalogs');
  return listed.map(([path, { value, start, end }]) => {
    const folder = resolvePath('', path) ?? path;
    const source = { folder, specifiers: member(value, 'specifiers'), catalogs };
    const edges = kinds.flatMap(([list, scope]) => edgesOf(member(value, list), scope, entries, source));
    return { folder, edges, start, end };
  });
}

/** A folder of the workspace is a package, called as its package.json says; the root is the project itself. */
function workspaceOf({ folder, edges, start, end }: Project, manifest: Manifest, lines: Lines): readonly Locked[] {
  if (folder === '' || folder.length > maxNameLength) return [];
  const about = packageJsonIn(manifest, folder);
  return [
    {
      key: workspaceKey(folder),
      name: textOf(member(about, 'name')) ?? nameOf(folder),
      version: textOf(member(about, 'version')) ?? '',
      origin: 'workspace',
      location: lines.location(start, end),
      edges,
    },
  ];
}
