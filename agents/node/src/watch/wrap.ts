import { promisify } from 'node:util';
import { runtime } from '../taint/runtime.ts';
import { fault } from '../taint/faults.ts';

/** What the agent does around one function. Neither part can change what the function is given; `after` may copy text. */
export interface Watch {
  /** Also outside of requests that are followed. */
  readonly always?: boolean;
  /** Bits of what this watch looks for: calls that the function makes itself are not reported once more. */
  readonly covers?: number;
  before?(call: Watched): void;
  /** Returns what the caller gets: the result, or an equal copy of it. */
  after?(call: Watched, result: unknown): unknown;
}

export interface Watched {
  readonly self: unknown;
  readonly args: readonly unknown[];
  /** What was called, as the application sees it. */
  readonly callee: (...args: never[]) => unknown;
  /** Bits of what calls around this one have covered. */
  readonly covered: number;
}

type Anything = (this: unknown, ...args: unknown[]) => unknown;

/** The watches of functions that were wrapped, by wrapper; and the wrappers, by function. */
const watchesOf = new WeakMap<object, Watch[]>();
const wrappers = new WeakMap<object, Anything>();
let covered = 0;

export function isFunction(value: unknown): value is Anything {
  return typeof value === 'function';
}

/** Puts a watched function in place of a member of an object, if it has one that can be replaced. */
export function watchMember(holder: object, name: string, watches: readonly Watch[]): void {
  const property = Object.getOwnPropertyDescriptor(holder, name);
  if (!property || !isFunction(property.value) || watches.length === 0) return;
  const value = watched(property.value, watches);
  if (property.configurable) Object.defineProperty(holder, name, { ...property, value });
  else if (property.writable) Reflect.set(holder, name, value);
}

/** A function that is watched and in all else like `original`: `this`, arguments, result, errors, `new`, properties. */
export function watched(original: Anything, watches: readonly Watch[]): Anything {
  const known = watchesOf.get(original);
  if (known) {
    known.push(...watches);
    return original;
  }
  const existing = wrappers.get(original);
  if (existing) {
    watchesOf.get(existing)!.push(...watches);
    return existing;
  }
  const wrapper = wrapperOf(original, [...watches]);
  wrappers.set(original, wrapper);
  return wrapper;
}

function wrapperOf(original: Anything, watches: Watch[]): Anything {
  // `new` must work on it, so it is a function and not an arrow or a method.
  const wrapper: Anything = function (this: unknown, ...args: unknown[]): unknown {
    const isIdle = runtime.on === 0 && !watches.some((it) => it.always);
    if (new.target) {
      const made = new.target === (wrapper as unknown) ? original : new.target;
      const make = (): unknown => Reflect.construct(original, args, made);
      return isIdle ? make() : observed({ self: this, args, callee: wrapper, covered }, watches, make);
    }
    if (isIdle) return Reflect.apply(original, this, args);
    return observed({ self: this, args, callee: wrapper, covered }, watches, () => Reflect.apply(original, this, args));
  };
  copyProperties(original, wrapper, watches);
  watchesOf.set(wrapper, watches);
  return wrapper;
}

function observed(call: Watched, watches: readonly Watch[], run: () => unknown): unknown {
  let covers = 0;
  for (const watch of watches) {
    covers |= watch.covers ?? 0;
    try {
      watch.before?.(call);
    } catch (error) {
      fault(error);
    }
  }
  const around = covered;
  covered |= covers;
  let result: unknown;
  try {
    result = run();
  } finally {
    covered = around;
  }
  return watches.reduce((value, watch) => afterwards(watch, call, value), result);
}

function afterwards(watch: Watch, call: Watched, result: unknown): unknown {
  if (!watch.after) return result;
  try {
    return watch.after(call, result);
  } catch (error) {
    fault(error);
    return result;
  }
}

/** Name, length, prototype and own properties; a property that is the function itself becomes the wrapper. */
function copyProperties(original: Anything, wrapper: Anything, watches: Watch[]): void {
  Object.setPrototypeOf(wrapper, Object.getPrototypeOf(original));
  for (const key of Reflect.ownKeys(original)) {
    const property = Object.getOwnPropertyDescriptor(original, key)!;
    if (property.value === original) property.value = wrapper;
    if (key === promisify.custom && isFunction(property.value)) property.value = wrapperOf(property.value, watches);
    const present = Object.getOwnPropertyDescriptor(wrapper, key);
    if (!present || present.configurable) Object.defineProperty(wrapper, key, property);
    else if (present.writable) Reflect.set(wrapper, key, property.value);
  }
}
