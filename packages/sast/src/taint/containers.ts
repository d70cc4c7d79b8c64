import { emptyShape, smashed, withField, withRest, type Shape } from './state.ts';
import { join, type Constant, type Value } from './value.ts';

/** What a call does to a container that this file has made: its new shape, and what comes out. */
export interface Effect {
  readonly shape: Shape;
  /** `self` = the container itself, so that calls can be chained; undefined = nothing of interest. */
  readonly result: Value | 'self' | undefined;
}

type Operation = (shape: Shape, args: readonly Value[]) => Effect;

const append: Operation = (shape, args) => ({ shape: args.reduce(pushed, shape), result: 'self' });
const prepend: Operation = (shape, args) => ({ shape: args.reduceRight(unshifted, shape), result: undefined });

/** `add(value)` of lists and sets, `add(position, value)` of lists. */
const add: Operation = (shape, args) => {
  if (args.length !== 2) return append(shape, args);
  const at = args[0]!.constant;
  if (at === 0) return { shape: unshifted(shape, args[1]!), result: 'self' };
  return { shape: withRest(smashed(shape), args[1]!), result: 'self' };
};

const put: Operation = (shape, args) => {
  const value = args.at(-1);
  if (!value || args.length < 2) return { shape, result: undefined };
  return { shape: stored(shape, keyOf(args.slice(0, -1)), value), result: 'self' };
};

/** `set(section, name, value)`: several keys are one. */
function keyOf(keys: readonly Value[]): Constant | undefined {
  if (keys.length === 1) return keys[0]!.constant;
  return keys.some((it) => it.constant === undefined) ? undefined : keys.map((it) => it.constant).join('\0');
}

/** `get(key)`, `get(key, default)`, `get(position)`. */
const get: Operation = (shape, args) => {
  const exact = shape.fields.get(String(keyOf(args)));
  if (exact) return { shape, result: exact };
  const found = loaded(shape, args[0]?.constant);
  const otherwise = args[1];
  return { shape, result: found && otherwise ? join(found, otherwise) : (found ?? otherwise) };
};

const removeFirst: Operation = (shape) => removed(shape, 0);
const removeLast: Operation = (shape) => removed(shape, shape.size - 1);
/** `remove(position)` of lists; `remove(key)` and `remove(value)` change nothing that we follow. */
const remove: Operation = (shape, args) => {
  const at = args[0]?.constant;
  if (args.length === 0) return removeFirst(shape, args);
  return typeof at === 'number' ? removed(shape, at) : { shape, result: loaded(shape, at) };
};
const pop: Operation = (shape, args) => {
  const at = args[0]?.constant;
  return at === undefined || at === -1 ? removeLast(shape, args) : remove(shape, args);
};
/** `addAll(other)`: what the other holds is somewhere in this one now. */
const takeOver: Operation = (shape, args) => {
  let whole: Shape = { ...smashed(shape), open: true };
  for (const it of args) whole = withRest(whole, it);
  return { shape: whole, result: undefined };
};
const clear: Operation = () => ({ shape: emptyShape, result: undefined });

/** Methods of lists and maps, by name, in all languages. Used where the object was made in this file, not elsewhere. */
const operations: Readonly<Record<string, Operation>> = {
  add,
  append,
  push,
  addLast: append,
  addElement: append,
  unshift: prepend,
  addFirst: prepend,
  insert: add,
  put,
  set: put,
  setdefault: put,
  setProperty: put,
  get,
  at: get,
  getOrDefault: get,
  getProperty: get,
  elementAt: get,
  getFirst: (shape) => ({ shape, result: loaded(shape, 0) }),
  peek: (shape) => ({ shape, result: loaded(shape, undefined) }),
  shift: removeFirst,
  poll: removeFirst,
  removeFirst,
  removeLast,
  remove,
  pop,
  clear,
  extend: takeOver,
  update: takeOver,
  addAll: takeOver,
  putAll: takeOver,
};

function push(shape: Shape, args: readonly Value[]): Effect {
  return append(shape, args);
}

export function operationOf(name: string): Operation | undefined {
  return Object.hasOwn(operations, name) ? operations[name] : undefined;
}

/** Puts a value under a key; one that is not known may be any. */
export function stored(shape: Shape, key: Constant | undefined, value: Value): Shape {
  if (key === undefined) return withRest(smashed(shape), value);
  return withField(shape, String(key), value);
}

/** What stands under a key; undefined for nothing. A key that is not known may be any. */
export function loaded(shape: Shape, key: Constant | undefined): Value | undefined {
  if (key !== undefined) {
    const name = typeof key === 'number' && key < 0 && shape.size > 0 ? shape.size + key : key;
    return shape.fields.get(String(name)) ?? shape.rest;
  }
  let found = shape.rest;
  for (const value of shape.fields.values()) found = found ? join(found, value) : value;
  return found;
}

/** Appends an element. */
export function pushed(shape: Shape, value: Value): Shape {
  if (shape.size < 0) return withRest(shape, value);
  const longer = withField(shape, String(shape.size), value);
  return { ...longer, size: shape.size + 1 };
}

function unshifted(shape: Shape, value: Value): Shape {
  if (shape.size < 0) return withRest(shape, value);
  return renumbered(shape, [value, ...elements(shape)]);
}

function removed(shape: Shape, at: number): Effect {
  if (shape.size < 0 || at < 0 || at >= shape.size) return { shape: smashed(shape), result: loaded(shape, undefined) };
  const all = elements(shape);
  const result = all[at] ?? shape.rest;
  return { shape: renumbered(shape, all.toSpliced(at, 1)), result };
}

function elements(shape: Shape): (Value | undefined)[] {
  return Array.from({ length: shape.size }, (_, at) => shape.fields.get(String(at)));
}

function renumbered(shape: Shape, list: readonly (Value | undefined)[]): Shape {
  const fields = new Map([...shape.fields].filter(([name]) => !/^\d+$/.test(name)));
  for (const [at, value] of list.entries()) if (value) fields.set(String(at), value);
  return { ...shape, fields, size: list.length };
}
