import { scopes as inOrder, type Package, type Scope } from '@plumbline/core';
import { scopesOf, type Edge } from '../graph.ts';
import { member, type JsonValue } from '../text/json.ts';
import { sourceOf } from './locked.ts';
import { isTrue, wishesOf, type NpmEntry, type Wish, type WishKind } from './npm-entries.ts';

/** Who asks for whom in an npm tree. Ids are the keys of the entries. */
export interface NpmGraph {
  /** The packages that the project itself asks for. */
  readonly roots: ReadonlyMap<string, Edge>;
  edgesOf(key: string): readonly Edge[];
  placeOf(entry: NpmEntry): Pick<Package, 'origin' | 'source'>;
  scopesOf(entry: NpmEntry): readonly Scope[];
}

/** What a list of a package.json is for. */
export const scopeOfKind: Readonly<Record<WishKind, Scope>> = {
  dependencies: 'runtime',
  devDependencies: 'development',
  optionalDependencies: 'optional',
  peerDependencies: 'peer',
};

/**
 * Resolves every wish as Node.js does: the nearest `node_modules` on the way up.
 *
 * `root` is the project's own entry or package.json; without it the packages nobody asks for are taken as the project's.
 */
export function npmGraph(entries: ReadonlyMap<string, NpmEntry>, root: JsonValue | undefined): NpmGraph {
  const edges = new Map<string, readonly Edge[]>();
  for (const entry of entries.values()) edges.set(entry.key, edgesFrom(entry, entries));
  const edgesOf = (key: string): readonly Edge[] => edges.get(key) ?? [];

  const list = root ? rootEdges(entries, root) : guessedRoots(entries, edges);
  const scopes = scopesOf(list, edgesOf);
  const byUrl = askedByUrl(list, edges);
  const hasWorkspaces = member(root, 'workspaces') !== undefined;
  const isMarked = [...entries.values()].some((it) => markedScopes(it) !== undefined);
  return {
    roots: firstOfEach(list),
    edgesOf,
    placeOf(entry) {
      const origin = originOf(entry, hasWorkspaces, byUrl);
      return { origin, ...sourceOf({ origin, address: entry.resolved }) };
    },
    scopesOf: (entry) => allScopes(scopes.get(entry.key), flaggedScopes(entry), isMarked),
  };
}

function edgesFrom(entry: NpmEntry, entries: ReadonlyMap<string, NpmEntry>): readonly Edge[] {
  // What a package needs for its own development is installed only for those of this project.
  const wishes = entry.local ? entry.wishes : entry.wishes.filter((it) => it.kind !== 'devDependencies');
  const found = new Map<string, Edge>();
  for (const wish of wishes) {
    const to = resolve(entry.key, wish.name, entries);
    if (to !== undefined && !found.has(to)) found.set(to, edgeTo(to, wish));
  }
  return [...found.values()];
}

function edgeTo(to: string, wish: Wish): Edge {
  return { to, requested: wish.requested, scope: scopeOfKind[wish.kind] };
}

/** The project's own wishes, and those of its workspaces: their manifests are part of the project. */
function rootEdges(entries: ReadonlyMap<string, NpmEntry>, root: JsonValue): readonly Edge[] {
  const list = wishesOf(root).flatMap((wish) => rootEdge('', wish, entries));
  if (member(root, 'workspaces') === undefined) return list;
  for (const entry of entries.values()) {
    if (!entry.local || entry.key.startsWith('../')) continue;
    list.push({ to: entry.key, scope: 'runtime' });
    list.push(...entry.wishes.flatMap((wish) => rootEdge(entry.key, wish, entries)));
  }
  return list;
}

function rootEdge(from: string, wish: Wish, entries: ReadonlyMap<string, NpmEntry>): Edge[] {
  const to = resolve(from, wish.name, entries);
  return to === undefined ? [] : [edgeTo(to, wish)];
}

function guessedRoots(
  entries: ReadonlyMap<string, NpmEntry>,
  edges: ReadonlyMap<string, readonly Edge[]>,
): readonly Edge[] {
  const wanted = new Set([...edges.values()].flatMap((list) => list.map((it) => it.to)));
  return [...entries.values()]
    .filter((it) => !wanted.has(it.key) && it.key.lastIndexOf('node_modules/') === 0)
    .map((it) => ({ to: it.key, scope: flaggedScopes(it)[0] }));
}

/**
 * npm goes by its own marks: what has none is installed for running, whatever the lists say since they were set. Where
 * no path from the project leads to a package they are all there is.
 */
function allScopes(found: readonly Scope[] | undefined, marked: readonly Scope[], isMarked: boolean): readonly Scope[] {
  if (!found) return marked;
  const isForMore = isMarked && !isDevelopment(marked) && isDevelopment(found);
  return isForMore ? inOrder.filter((it) => found.includes(it) || marked.includes(it)) : found;
}

const isDevelopment = (list: readonly Scope[]): boolean => list.every((it) => it === 'development');

/** npm's own marks; an optional wish of what is there for development has both. */
function markedScopes({ value }: NpmEntry): readonly [Scope, ...Scope[]] | undefined {
  if (isTrue(member(value, 'devOptional'))) return ['development', 'optional'];
  if (isTrue(member(value, 'dev'))) return ['development'];
  if (isTrue(member(value, 'optional'))) return ['optional'];
  return isTrue(member(value, 'peer')) ? ['peer'] : undefined;
}

function flaggedScopes(entry: NpmEntry): readonly [Scope, ...Scope[]] {
  return markedScopes(entry) ?? ['runtime'];
}

function resolve(from: string, name: string, entries: ReadonlyMap<string, NpmEntry>): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const found = entries.get(folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`);
    if (found?.link !== undefined) return entries.has(found.link) ? found.link : undefined;
    if (found) return found.key;
    if (folder === '') return undefined;
  }
}

function firstOfEach(list: readonly Edge[]): ReadonlyMap<string, Edge> {
  const roots = new Map<string, Edge>();
  for (const edge of list) {
    const known = roots.get(edge.to);
    if (!known || (known.requested === undefined && edge.requested !== undefined)) roots.set(edge.to, edge);
  }
  return roots;
}

/** Keys of packages that somebody asked for by an address: a registry's packages are asked for by a range. */
function askedByUrl(roots: readonly Edge[], edges: ReadonlyMap<string, readonly Edge[]>): ReadonlySet<string> {
  const all = [...roots, ...[...edges.values()].flat()];
  return new Set(all.filter((it) => /^https?:/i.test(it.requested ?? '')).map((it) => it.to));
}

function originOf(entry: NpmEntry, hasWorkspaces: boolean, byUrl: ReadonlySet<string>): Package['origin'] {
  const { resolved } = entry;
  if (entry.local) return hasWorkspaces && !entry.key.startsWith('../') ? 'workspace' : 'file';
  if (/^(?:git|github:|gitlab:|bitbucket:|gist:)/i.test(resolved) || /^[\w.-]+\/[\w.-]+(?:#|$)/.test(resolved))
    return 'git';
  if (/^(?:file|link):/i.test(resolved)) return 'file';
  return byUrl.has(entry.key) || (entry.version === '' && /^https?:/i.test(resolved)) ? 'url' : 'registry';
}
