import type { Row, Rows } from '../catalogue/rows.ts';
import { isFunction, watched, watchMember, type Watch } from '../watch/wrap.ts';

/** How rows of the catalogue become watches. */
export interface Attach {
  readonly rows: Rows;
  /** `file`: the library's, where there is one. */
  watchOf(row: Row, file?: string): Watch | undefined;
  /** A member of a request holds outside data. */
  source(holder: object, name: string): void;
}

const adopted = new WeakMap<object, Set<string>>();

/** Watches what the catalogue knows of a module; returns the exports to hand on. */
export function attachTo(module: string, exported: unknown, attach: Attach): unknown {
  for (const { type, path, isClass } of attach.rows.holders(module)) {
    const holder = resolve(exported, path);
    if (!isClass && isObject(holder)) adoptObject(holder, type, attach);
    else if (isClass && isFunction(holder)) adoptClass(holder, type, attach);
  }
  let result = exported;
  for (const { path, rows } of attach.rows.members(module)) {
    const holder = resolve(exported, path.slice(0, -1));
    const name = path.at(-1);
    if (name === undefined) result = watchValue(result, rows, attach);
    else if (isObject(holder)) watchRows(holder, name, rows, attach);
  }
  return result;
}

/** Watches the members of a value that is of a type, once. */
function adopt(value: unknown, type: string, attach: Attach): void {
  if (!isObject(value)) return;
  const prototype = prototypeOf(value);
  adoptObject(prototype && hasMember(prototype, type, attach) ? prototype : value, type, attach);
}

function adoptClass(value: object, type: string, attach: Attach): void {
  const prototype = prototypeOf(value);
  if (prototype) adoptObject(prototype, type, attach);
}

function adoptObject(value: object, type: string, attach: Attach): void {
  for (const [name, rows] of attach.rows.ofType(type)) {
    const holder = ownerOf(value, name) ?? value;
    const mark = `${type}#${name}`;
    const marks = adopted.get(holder) ?? new Set();
    if (marks.has(mark)) continue;
    adopted.set(holder, marks.add(mark));
    watchRows(holder, name, rows, attach);
  }
}

/** Watches one member. */
export function watchRows(holder: object, name: string, rows: readonly Row[], attach: Attach): void {
  if (rows.some((it) => it.is === 'source')) attach.source(holder, name);
  const property = Object.getOwnPropertyDescriptor(holder, name);
  if (!property || !isFunction(property.value)) return;
  const types = typesOf(rows, property.value, attach);
  const watches = rows.flatMap((it) => attach.watchOf(it) ?? []);
  watchMember(holder, name, [...watches, ...types]);
}

function watchValue(value: unknown, rows: readonly Row[], attach: Attach): unknown {
  if (!isFunction(value)) return value;
  const types = typesOf(rows, value, attach);
  const watches = [...rows.flatMap((it) => attach.watchOf(it) ?? []), ...types];
  return watches.length === 0 ? value : watched(value, watches);
}

/** For a class, its prototype is watched at once; for a function, what it returns, when it does. */
function typesOf(rows: readonly Row[], value: object, attach: Attach): Watch[] {
  return rows.flatMap((row) => {
    if (row.is !== 'result' || !matters(row.type, attach)) return [];
    const prototype = prototypeOf(value);
    if (!prototype || !hasMember(prototype, row.type, attach)) return [resultWatch(row.type, attach)];
    adoptObject(prototype, row.type, attach);
    return [];
  });
}

function resultWatch(type: string, attach: Attach): Watch {
  const promises = new WeakMap<object, Promise<unknown>>();
  const known = new WeakSet<object>();
  return {
    always: true,
    after({ self }, result) {
      if (result === self || !isObject(result)) return result;
      if (!(result instanceof Promise)) {
        // What is of a type is known by its prototype; plain objects have none to tell them apart.
        const kind: object = Object.getPrototypeOf(result) ?? result;
        if (known.has(kind)) return result;
        if (kind !== Object.prototype && kind !== Function.prototype) known.add(kind);
        adopt(result, type, attach);
        return result;
      }
      // A handler of ours on the application's promise would hide that nobody handles its failure; so the caller gets
      // the promise behind the handler, the same one each time.
      const before = promises.get(result);
      if (before) return before;
      const behind = result.then((value: unknown) => {
        adopt(value, type, attach);
        return value;
      });
      promises.set(result, behind);
      return behind;
    },
  };
}

/** Whether anything is watched on values of a type, or on what their members return. */
function matters(type: string, attach: Attach, seen = new Set<string>()): boolean {
  if (seen.has(type)) return false;
  seen.add(type);
  return [...attach.rows.ofType(type).values()].flat().some((row) => {
    if (row.is === 'result') return matters(row.type, attach, seen);
    return row.is !== 'flow';
  });
}

function hasMember(holder: object, type: string, attach: Attach): boolean {
  return [...attach.rows.ofType(type).keys()].some((it) => ownerOf(holder, it) !== undefined);
}

/** The object on the prototype chain that has a member of its own, below those that all objects share. */
function ownerOf(value: object, name: string): object | undefined {
  for (
    let at: object | null = value;
    at !== null && at !== Object.prototype && at !== Function.prototype;
    at = Object.getPrototypeOf(at)
  ) {
    if (Object.hasOwn(at, name)) return at;
  }
  return undefined;
}

/** What instances of a class share. */
function prototypeOf(value: object): object | undefined {
  const prototype: unknown = typeof value === 'function' ? Reflect.get(value, 'prototype') : undefined;
  return isObject(prototype) ? prototype : undefined;
}

function resolve(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, name) => (isObject(at) ? Reflect.get(at, name) : undefined), value);
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
