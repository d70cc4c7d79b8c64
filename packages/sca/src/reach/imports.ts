import { isTestFile, type Ecosystem, type Location, type Package } from '@plumbline/core';
import { folderOf } from '../project.ts';
import { namingOf, type Naming } from './naming.ts';
import type { CodeFile, OwnFiles } from './own.ts';
import { plainPath } from './symbols.ts';

/** A place where a package is imported. */
export interface Seen {
  readonly location: Location;
}

/** What the files below a manifest import. */
export interface Below {
  readonly files: number;
  /** Something is loaded whose name the text does not tell. */
  readonly dynamic: boolean;
  readonly partial: boolean;
  /** Something is imported that no package of the manifest explains. */
  readonly unexplained: boolean;
  /** Texts that may name modules. */
  readonly names: ReadonlySet<string>;
}

export interface Imports {
  /** Of all occurrences of this version in its file. */
  readonly of: (found: Package) => readonly Seen[];
  readonly below: (found: Package) => Below;
  /** Whether code in a file gets this very occurrence of the package when it imports it. */
  readonly governs: (found: Package, file: string) => boolean;
}

/** Packages of one ecosystem by the folder whose code they are for. */
interface Manifest {
  readonly folder: string;
  readonly ecosystem: Ecosystem;
  readonly naming: Naming;
  /** The packages that an import may be of, by the first parts of their modules. */
  readonly modules: ReadonlyMap<string, readonly Package[]>;
  readonly names: ReadonlySet<string>;
  /** The versions that the project's own code gets. */
  readonly spots: ReadonlySet<string>;
}

export function importsOf(packages: readonly Package[], files: readonly CodeFile[], own: OwnFiles): Imports {
  const manifests = manifestsOf(packages);
  const seen = new Map<string, Seen[]>();
  const below = new Map<Manifest, MutableBelow>();
  for (const file of files) {
    const chain = manifestsAbove(manifests, file);
    for (const it of chain) addFile(below, it, file);
    for (const { module, symbol, location, all } of mentionsIn(file)) {
      const found = packagesFor(chain, module, symbol);
      for (const it of new Set(found.map(spotOf))) add(seen, it, { location });
      const isPlain = all !== undefined;
      if (found.length > 0 || !isPlain || isExplained(chain, file, module, own)) continue;
      for (const it of chain) below.get(it)!.unexplained = true;
    }
  }
  return {
    of: (found) => seen.get(spotOf(found)) ?? [],
    below: (found) => below.get(manifestOf(manifests, found)!) ?? none,
    governs: (found, file) => {
      const home = manifestOf(manifests, found);
      const nearest = manifests
        .filter((it) => it.ecosystem === found.ecosystem && isBelow(file, it.folder) && it.names.has(found.name))
        .toSorted((a, b) => b.folder.length - a.folder.length)[0];
      return home !== undefined && home === nearest && home.spots.has(spotOf(found));
    },
  };
}

type MutableBelow = { -readonly [K in keyof Below]: Below[K] } & { names: Set<string> };

const none: Below = { files: 0, dynamic: false, partial: false, unexplained: false, names: new Set() };

function addFile(below: Map<Manifest, MutableBelow>, manifest: Manifest, { links, path }: CodeFile): void {
  const state = below.get(manifest) ?? { ...none, names: new Set<string>() };
  below.set(manifest, state);
  state.files += 1;
  state.partial ||= links.partial;
  state.dynamic ||= links.dynamic.length > 0 && !isTestFile(path);
  for (const it of links.names) state.names.add(it);
}

interface Mention {
  readonly module: string;
  readonly symbol: string;
  readonly location: Location;
  /** Of an import; undefined for a name that is used as it stands. */
  readonly all: boolean | undefined;
}

/** What a file imports, and names of others that it uses without an import. */
function mentionsIn({ path, links }: CodeFile): readonly Mention[] {
  const imports = links.imports.map(({ module, name, all, start, end }) => {
    return {
      module,
      symbol: name === '*' || name === 'default' ? '' : name,
      all,
      location: { file: path, start, end },
    };
  });
  const bare = links.uses
    .filter((it) => it.module === '' && /\.|^[A-Z]/.test(it.symbol) && links.language !== 'javascript')
    .map(({ symbol, start, end }) => ({ module: '', symbol, all: undefined, location: { file: path, start, end } }));
  return [...imports, ...bare];
}

/** The nearest manifest that has such a package says which one it is. */
function packagesFor(chain: readonly Manifest[], module: string, symbol: string): readonly Package[] {
  for (const { modules, naming } of chain) {
    for (const name of beginnings(module, symbol, naming)) {
      const found = modules.get(name);
      if (found) return found;
    }
  }
  return [];
}

/** All that a name begins with, longest first. */
function beginnings(module: string, symbol: string, { language, separator }: Naming): readonly string[] {
  const isPath = language === 'javascript' || language === 'go' || (language === 'ruby' && module !== '');
  const whole = isPath ? module : plainPath([module, symbol].filter((it) => it !== '').join('.'));
  const parts = whole.split(separator).slice(0, 12);
  const glue = isPath ? '/' : '.';
  return parts.map((_, at) => parts.slice(0, parts.length - at).join(glue));
}

function isExplained(chain: readonly Manifest[], { links, path }: CodeFile, module: string, own: OwnFiles): boolean {
  if (module.startsWith('.') || module === '' || own.isOwn(links.language, module)) return true;
  return chain.some((it) => it.naming.isStandard(module)) || isTestFile(path);
}

function manifestsOf(packages: readonly Package[]): readonly Manifest[] {
  const groups = new Map<string, Package[]>();
  for (const it of packages) {
    const key = `${it.ecosystem}\0${governed(it)}`;
    const known = groups.get(key);
    if (known) known.push(it);
    else groups.set(key, [it]);
  }
  return [...groups.values()].flatMap((group) => {
    const naming = namingOf(group[0]!.ecosystem);
    return naming ? [manifest(group, naming)] : [];
  });
}

function manifest(group: readonly Package[], naming: Naming): Manifest {
  const modules = new Map<string, Package[]>();
  const byName = new Map<string, Package[]>();
  for (const it of group) byName.set(it.name, [...(byName.get(it.name) ?? []), it]);
  const spots = new Set<string>();
  for (const list of byName.values()) {
    for (const it of importable(list)) {
      spots.add(spotOf(it));
      for (const name of naming.modules(it).names) modules.set(name, [...(modules.get(name) ?? []), it]);
    }
  }
  const { ecosystem } = group[0]!;
  return { folder: governed(group[0]!), ecosystem, naming, modules, names: new Set(byName.keys()), spots };
}

/** Of several versions the project's own code gets those that it asks for; if it asks for none, the outermost. */
function importable(list: readonly Package[]): readonly Package[] {
  const direct = list.filter((it) => it.direct);
  if (direct.length > 0) return direct;
  const depth = ({ id }: Package): number => id.split('node_modules/').length;
  const least = Math.min(...list.map(depth));
  return list.filter((it) => depth(it) === least);
}

/** The folder whose code a manifest is for: lists of requirements may lie in one of their own. */
function governed({ location }: Package): string {
  const folder = folderOf(location.file);
  const inner = /(?:^|\/)(?:requirements|reqs|deps|\.config|gradle)$/.exec(folder);
  return inner ? folder.slice(0, inner.index) : folder;
}

function manifestOf(manifests: readonly Manifest[], found: Package): Manifest | undefined {
  return manifests.find((it) => it.ecosystem === found.ecosystem && it.folder === governed(found));
}

function manifestsAbove(manifests: readonly Manifest[], { path, links }: CodeFile): readonly Manifest[] {
  return manifests
    .filter((it) => it.naming.language === links.language && isBelow(path, it.folder))
    .toSorted((a, b) => b.folder.length - a.folder.length);
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

function spotOf({ location, purl }: Package): string {
  return `${location.file}\0${purl}`;
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
