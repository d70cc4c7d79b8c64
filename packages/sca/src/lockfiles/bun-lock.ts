import type { Package } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { itemsOf, member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import type { Lines } from '../text/lines.ts';
import { openJson } from './json-manifest.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, Problems, type Lockfile } from './lockfile.ts';
import { wishesOf } from './npm-entries.ts';
import { scopeOfKind } from './npm-graph.ts';

/**
 * Bun's text lock file. A package's key is the path that leads to it: `a/b` is the `b` that only `a` sees.
 */
export const bunLock: Lockfile = {
  id: 'bun-lock',
  ecosystem: 'npm',
  files: ['bun.lock'],
  siblings: [],
  docs: 'https://bun.com/docs/pm/lockfile',
  maxBytes: 32 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const packages = member(root, 'packages');
    if (!member(root, 'lockfileVersion') && !packages) {
      problems.add('not-a-lockfile', 'No lockfileVersion and no packages: this is no lock file of Bun.', 1);
    }
    const entries = entriesOf(packages, lines, problems);
    const workspaces = workspacesOf(root, entries);
    const listed = [...entries.values()].filter((it) => !it.isRoot).map((it) => lockedOf(it, entries, lines));
    const roots = workspaces.flatMap(({ key, edges }) => [{ to: key, scope: 'runtime' as const }, ...edges]);
    const own = new Map(workspaces.map((it) => [it.key, it]));
    // What a folder of the workspace asks for stands with the workspaces, not with the packages.
    const told = listed.map((it) => (it.origin === 'workspace' ? { ...it, ...own.get(it.key) } : it));
    return { value: packagesOf(manifest, 'npm', told, roots), problems: problems.list };
  },
};

interface Entry {
  readonly key: string;
  readonly name: string;
  readonly version: string;
  /** What stands in the version's place. */
  readonly address: string;
  readonly origin: Package['origin'];
  readonly isRoot: boolean;
  /** Its dependencies, in the form of a package.json. */
  readonly about: JsonValue | undefined;
  readonly start: number;
  readonly end: number;
}

type Entries = ReadonlyMap<string, Entry>;

/** Wishes are looked for in every path on the way up. */
const maxFolders = 100;

const descriptor = /^(?<name>(?:@[^/@]*\/)?[^@]+)@(?<reference>.*)$/s;

function entriesOf(packages: JsonValue | undefined, lines: Lines, problems: Problems): Entries {
  const entries = new Map<string, Entry>();
  for (const [key, { value, start, end }] of membersOf(packages)) {
    const items = itemsOf(value);
    const found =
      key.length <= maxNameLength && key.split('/').length <= maxFolders
        ? descriptor.exec(textOf(items[0]) ?? '')?.groups
        : undefined;
    if (!found) {
      problems.add('parse-error', 'A package without a name and a version.', lines.position(start).line);
      continue;
    }
    const reference = found['reference']!;
    const version = /^\d/.test(reference) ? reference : '';
    const about = items.find((it) => it.is === 'object');
    const isRoot = reference.startsWith('root:');
    const [name, origin] = [found['name']!, originOf(reference)];
    entries.set(key, { key, name, version, address: reference, origin, isRoot, about, start, end });
  }
  return entries;
}

function originOf(reference: string): Package['origin'] {
  if (/^\d/.test(reference)) return 'registry';
  if (/^(?:workspace|root):/.test(reference)) return 'workspace';
  if (/^(?:git|github:|gitlab:|bitbucket:|ssh:)/.test(reference) || /\.git(?:#|$)/.test(reference)) return 'git';
  return /^https?:/.test(reference) ? 'url' : 'file';
}

function lockedOf(it: Entry, entries: Entries, lines: Lines): Locked {
  const { key, name, version, address, origin, about, start, end } = it;
  return {
    key,
    name,
    version,
    address,
    origin,
    location: lines.location(start, end),
    edges: edgesFrom(key, about, entries),
  };
}

/** Bun looks for a wish in the package's own path, and then in all paths above. */
function edgesFrom(key: string, about: JsonValue | undefined, entries: Entries): readonly Edge[] {
  return wishesOf(about)
    .filter((it) => it.kind !== 'devDependencies')
    .flatMap((it) => edgeTo(key, it, entries));
}

function edgeTo(from: string, wish: ReturnType<typeof wishesOf>[number], entries: Entries): readonly Edge[] {
  for (let path = from; ; path = parentOf(path)) {
    const found = entries.get(path === '' ? wish.name : `${path}/${wish.name}`);
    if (found) return [{ to: found.key, requested: wish.requested, scope: scopeOfKind[wish.kind] }];
    if (path === '') return [];
  }
}

/** `a/@s/b` without its last name. */
function parentOf(path: string): string {
  return path.replace(/(?:^|\/)(?:@[^/]*\/)?[^/]*$/s, '');
}

/** The project and the folders of its workspace, by the keys of their packages; the project's own is empty. */
function workspacesOf(
  root: JsonValue | undefined,
  entries: Entries,
): readonly (Pick<Locked, 'key' | 'version'> & { readonly edges: readonly Edge[] })[] {
  return Array.from(membersOf(member(root, 'workspaces')), ([folder, { value }]) => {
    const key = folder === '' ? '' : (textOf(member(value, 'name')) ?? '');
    const wishes = wishesOf(value).map((it) => ({ ...it, requested: inCatalog(root, it.name, it.requested) }));
    const version = textOf(member(value, 'version')) ?? '';
    return { key, version, edges: wishes.flatMap((it) => edgeTo(key, it, entries)) };
  });
}

/** Source: https://bun.com/docs/pm/catalogs: `catalog:` is the list without a name. */
function inCatalog(root: JsonValue | undefined, name: string, requested: string): string {
  const catalog = /^catalog:(.*)$/.exec(requested)?.[1];
  if (catalog === undefined) return requested;
  const list = catalog === '' ? member(root, 'catalog') : member(member(root, 'catalogs'), catalog);
  return textOf(member(list, name)) ?? requested;
}
