import { itemsOf, member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import { maxNameLength, maxPackages } from './lockfile.ts';

/** One folder of an installed tree: what both forms of npm's lock file come down to. */
export interface NpmEntry {
  /** Path of the folder: `node_modules/a/node_modules/b`, `packages/web`. */
  readonly key: string;
  /** Name in the registry: for an alias not the folder's. Empty when the file does not tell. */
  readonly name: string;
  readonly version: string;
  /** Where the files came from, as npm writes it. */
  readonly resolved: string;
  /** The folder that a symbolic link points to. */
  readonly link: string | undefined;
  /** Inside the project, and not in any node_modules. */
  readonly local: boolean;
  /** Names and ranges that it asks for. */
  readonly wishes: readonly Wish[];
  readonly value: JsonValue;
  /** Units: offsets of its key. */
  readonly start: number;
  readonly end: number;
}

export interface Wish {
  readonly name: string;
  readonly requested: string;
  readonly kind: WishKind;
}

/** The lists of a package.json that name other packages. */
export const wishKinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;
export type WishKind = (typeof wishKinds)[number];

type Report = (code: string, message: string, offset: number) => void;
type Entries = ReadonlyMap<string, NpmEntry>;

/** The `packages` of versions 2 and 3. */
export function entriesOfV2(packages: JsonValue, report: Report): Entries {
  const entries = new Map<string, NpmEntry>();
  for (const [key, { start, end, value }] of membersOf(packages)) {
    if (key === '' || !takes(entries, key, start, report)) continue;
    const link = isTrue(member(value, 'link')) ? (textOf(member(value, 'resolved')) ?? '') : undefined;
    const local = !/(?:^|\/)node_modules\//.test(key);
    entries.set(key, {
      key,
      name: textOf(member(value, 'name')) ?? (local ? '' : folderName(key)),
      version: textOf(member(value, 'version')) ?? '',
      resolved: textOf(member(value, 'resolved')) ?? '',
      link,
      local,
      wishes: wishesOf(value),
      value,
      start,
      end,
    });
  }
  return namedByLinks(entries);
}

/** A folder of the project that has no name of its own is called as the link to it, or as the folder. */
function namedByLinks(entries: ReadonlyMap<string, NpmEntry>): Entries {
  const links = new Map<string, string>();
  for (const { link, key } of entries.values()) if (link !== undefined) links.set(link, folderName(key));
  const named = new Map<string, NpmEntry>();
  for (const entry of entries.values()) {
    const name = entry.name === '' ? (links.get(entry.key) ?? folderName(entry.key)) : entry.name;
    named.set(entry.key, { ...entry, name });
  }
  return named;
}

/** The `dependencies` of version 1, nested as the folders are. */
export function entriesOfV1(dependencies: JsonValue | undefined, report: Report): Entries {
  const entries = new Map<string, NpmEntry>();
  const waiting: { folder: string; list: JsonValue | undefined }[] = [{ folder: '', list: dependencies }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const [name, { start, end, value }] of membersOf(next.list)) {
      const key = `${next.folder}node_modules/${name}`;
      if (!takes(entries, key, start, report)) continue;
      entries.set(key, { key, ...pinned(name, value), wishes: requiresOf(value), value, start, end });
      waiting.push({ folder: `${key}/`, list: member(value, 'dependencies') });
    }
  }
  return entries;
}

/** Version 1 writes into `version` what later versions write into `name`, `version` and `resolved`. */
function pinned(name: string, value: JsonValue): Pick<NpmEntry, 'name' | 'version' | 'resolved' | 'link' | 'local'> {
  const version = textOf(member(value, 'version')) ?? '';
  const resolved = textOf(member(value, 'resolved')) ?? '';
  const alias = /^npm:(?<name>(?:@[^/@]+\/)?[^/@]+)@(?<version>.*)$/.exec(version)?.groups;
  if (alias) return { name: alias.name!, version: alias.version!, resolved, link: undefined, local: false };
  const isPlace = /^(?:[a-z+]+:|[\w.-]+\/[\w.-]+(?:#|$))/i.test(version);
  return {
    name,
    version: isPlace ? '' : version,
    resolved: isPlace ? version : resolved,
    link: undefined,
    local: false,
  };
}

/** Wishes are looked for in every folder on the way up. */
const maxFolders = 100;

function takes(entries: Entries, key: string, offset: number, report: Report): boolean {
  if (entries.size >= maxPackages) {
    if (entries.size === maxPackages)
      report('too-many-packages', `More than ${maxPackages} packages; the rest is left out.`, offset);
    return false;
  }
  if (key.length <= maxNameLength && key.split('/').length <= maxFolders) return true;
  report(
    'name-too-long',
    `A package's path has more than ${maxNameLength} characters or ${maxFolders} folders; it is left out.`,
    offset,
  );
  return false;
}

function folderName(key: string): string {
  const from = key.lastIndexOf('node_modules/');
  return from === -1 ? key.slice(key.lastIndexOf('/') + 1) : key.slice(from + 'node_modules/'.length);
}

/** What an entry or a package.json asks for. */
export function wishesOf(value: JsonValue | undefined): readonly Wish[] {
  const optionalPeers = member(value, 'peerDependenciesMeta');
  return wishKinds.flatMap((kind) =>
    Array.from(membersOf(member(value, kind)), ([name, wish]) => ({
      name,
      requested: textOf(wish.value) ?? '',
      kind:
        kind === 'peerDependencies' && isTrue(member(member(optionalPeers, name), 'optional'))
          ? 'optionalDependencies'
          : kind,
    })),
  );
}

function requiresOf(value: JsonValue): readonly Wish[] {
  return Array.from(membersOf(member(value, 'requires')), ([name, wish]) => ({
    name,
    requested: textOf(wish.value) ?? '',
    kind: 'dependencies' as const,
  }));
}

/** Licences as the package declares them: an SPDX expression, or one of npm's older forms. */
export function licensesOf(value: JsonValue): readonly string[] {
  const declared = member(value, 'license') ?? member(value, 'licenses');
  const list = declared?.is === 'array' ? itemsOf(declared) : declared ? [declared] : [];
  return list.flatMap((it) => textOf(it) ?? textOf(member(it, 'type')) ?? []);
}

export function isTrue(value: JsonValue | undefined): boolean {
  return value?.is === 'scalar' && value.value === true;
}
