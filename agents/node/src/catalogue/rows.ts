import { builtinModules } from 'node:module';
import type { Argument, Bundle, Condition, GuardRow, Model, Port } from '@plumbline/catalog';

/** What the agent does at one call, from one row of the catalogue. */
export type Row =
  | {
      readonly is: 'sink';
      readonly at: string;
      readonly args: readonly Argument[];
      readonly key: string | undefined;
      readonly kind: string;
      readonly when: readonly Condition[];
    }
  | {
      readonly is: 'use';
      readonly at: string;
      readonly kind: string;
      readonly says: string;
      readonly when: readonly Condition[];
    }
  | { readonly is: 'clean'; readonly kinds: readonly string[] }
  | { readonly is: 'flow'; readonly from: readonly Port[] }
  | { readonly is: 'guard'; readonly guard: GuardRow; readonly kinds: readonly string[] }
  | { readonly is: 'source'; readonly name: string }
  | { readonly is: 'result'; readonly type: string }
  /** A part of a library that an advisory tells of. */
  | { readonly is: 'vulnerable'; readonly symbol: string }
  /** What the call does, it does later, when its caller is not on the stack any more. */
  | { readonly is: 'deferred' };

/** Rows of a member that is reached from a module's exports. No path: the exports themselves. */
export interface MemberRows {
  readonly path: readonly string[];
  readonly rows: readonly Row[];
}

type SymbolRow = Pick<Bundle['symbols'][number], 'package' | 'symbols'>;

/** Where the members of a type live: an object, or the prototype of a class. */
export interface Holder {
  readonly type: string;
  readonly path: readonly string[];
  readonly isClass: boolean;
}

export interface Rows {
  /** Names of modules, as written in `require`. */
  readonly modules: readonly string[];
  readonly kinds: readonly string[];
  members(module: string): readonly MemberRows[];
  holders(module: string): readonly Holder[];
  /** Members of values of a type, with their rows. */
  ofType(type: string): ReadonlyMap<string, readonly Row[]>;
}

type Place =
  | { readonly module: string; readonly path: readonly string[] }
  | { readonly type: string; readonly member: string };

/** Calls that do their work after they have returned. */
const deferred = ['express.Response#render'];

export function indexRows(models: readonly Model[], symbols: readonly SymbolRow[] = []): Rows {
  const read = placeReader(models);
  const modules = new Map<string, Map<string, Row[]>>();
  const types = new Map<string, Map<string, Row[]>>();
  const kinds = new Set<string>();
  const late = deferred.map((at): [string, Row] => [at, { is: 'deferred' }]);
  for (const [at, row] of [...models.flatMap(rowsOf), ...late]) {
    const place = read(at);
    const table = 'type' in place ? entry(types, place.type) : entry(modules, place.module);
    const key = 'type' in place ? place.member : place.path.join('.');
    table.set(key, [...(table.get(key) ?? []), row]);
    if ('kind' in row) kinds.add(row.kind);
    if ('kinds' in row) row.kinds.forEach((it) => kinds.add(it));
  }
  for (const { module, path, row } of symbols.flatMap(vulnerableParts)) {
    const table = entry(modules, module);
    table.set(path, [...(table.get(path) ?? []), row]);
  }
  const holders = holdersOf(models, types, read);
  kinds.delete('*');
  return {
    modules: [...new Set([...modules.keys(), ...holders.keys()])],
    kinds: [...kinds].sort(),
    members: (module) =>
      [...(modules.get(module) ?? [])].map(([path, rows]) => ({ path: path === '' ? [] : path.split('.'), rows })),
    holders: (module) => holders.get(module) ?? [],
    ofType: (type) => types.get(type) ?? new Map(),
  };
}

interface Part {
  readonly module: string;
  readonly path: string;
  readonly row: Row;
}

/** `lodash.template` is what `require('lodash')` has, and what `require('lodash/template')` is. */
function vulnerableParts({ package: name, symbols }: SymbolRow): Part[] {
  return symbols.flatMap((symbol): Part[] => {
    const row: Row = { is: 'vulnerable', symbol };
    const path = symbol.slice(name.length + 1).replace(/\(\)$|^\)$/, '');
    const direct: Part = { module: name, path, row };
    return path === '' || path.includes('.') ? [direct] : [direct, { module: `${name}/${path}`, path: '', row }];
  });
}

function entry(table: Map<string, Map<string, Row[]>>, key: string): Map<string, Row[]> {
  const found = table.get(key) ?? new Map<string, Row[]>();
  table.set(key, found);
  return found;
}

function rowsOf(model: Model): [at: string, row: Row][] {
  const located = new Set(Object.keys(model.runtime ?? {}));
  return [
    ...each(model.sinks, ({ at, arg, key, kind, when }): Row => ({
      is: 'sink',
      at,
      args: listOf(arg),
      key,
      kind,
      when: when ?? [],
    })),
    ...each(
      model.uses?.filter((it) => it.assigned !== true),
      ({ at, kind, says, when }): Row => ({ is: 'use', at, kind, says: says ?? '', when: when ?? [] }),
    ),
    ...each(model.clean, (it): Row => ({ is: 'clean', kinds: it.for })),
    ...each(model.guards, (guard): Row => ({ is: 'guard', guard, kinds: guard.for })),
    ...each(
      model.flow?.filter((it) => it.to === 'return'),
      ({ from }): Row => ({ is: 'flow', from: listOf(from) }),
    ),
    ...each(
      model.sources?.filter((it) => it.kind === 'remote'),
      ({ at }): Row => ({ is: 'source', name: at.slice(at.search(/[^.#]*$/)) }),
    ),
    ...each(
      model.types?.filter((it) => !located.has(it.is)),
      ({ is }): Row => ({ is: 'result', type: is }),
    ),
  ];
}

/** Rows for each of their access paths; those without one speak of names in source text. */
function each<T extends { readonly at?: string }>(
  rows: readonly T[] | undefined,
  make: (row: T & { readonly at: string }) => Row,
): [string, Row][] {
  return (rows ?? []).flatMap((row) =>
    alternatives(row.at ?? '').flatMap((at): [string, Row][] => (at === '' ? [] : [[at, make({ ...row, at })]])),
  );
}

function listOf<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

/** `a.{b,c}` → `a.b`, `a.c`. */
function alternatives(path: string): string[] {
  const found = /^([^{]*)\{([^}]*)\}(.*)$/.exec(path);
  if (!found) return [path];
  return found[2]!.split(',').flatMap((it) => alternatives(`${found[1]}${it.trim()}${found[3]}`));
}

/** Access paths begin with a module's name, which may itself have dots: the longest that we know counts. */
function placeReader(models: readonly Model[]): (at: string) => Place {
  const known = [...new Set([...models.map((it) => it.library), ...builtinModules])].sort(
    (a, b) => b.length - a.length,
  );
  return (at) => {
    const hash = at.indexOf('#');
    if (hash >= 0) return { type: at.slice(0, hash), member: at.slice(hash + 1) };
    const library = known.find((it) => at === it || at.startsWith(`${it}.`)) ?? at.split('.')[0]!;
    return { module: library, path: at === library ? [] : at.slice(library.length + 1).split('.') };
  };
}

function holdersOf(
  models: readonly Model[],
  types: ReadonlyMap<string, unknown>,
  read: (at: string) => Place,
): Map<string, Holder[]> {
  const located = new Map(models.flatMap((it) => Object.entries(it.runtime ?? {})));
  const found = new Map<string, Holder[]>();
  for (const type of types.keys()) {
    const at = located.get(type);
    const place = read(at ?? type);
    if (!('module' in place) || (at === undefined && place.path.length === 0)) continue;
    found.set(place.module, [
      ...(found.get(place.module) ?? []),
      { type, path: place.path, isClass: at === undefined },
    ]);
  }
  return found;
}
