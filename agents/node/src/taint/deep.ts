import { sourceOf, type Followed } from './context.ts';
import { isLiteral } from './literals.ts';
import { all, ambiguous, type Ranges } from './ranges.ts';
import { fresh } from './store.ts';

const maxDepth = 8;
const maxValues = 1000;
const shortest = 3;

/** Marks what a string is, seen from outside: a copy of its own, noted as coming from a source. */
export function taintText(followed: Followed, text: string, kind: string, name: string): string {
  if (text.length === 0 || followed.store.get(text) !== undefined) return text;
  const copy = fresh(text);
  const marks = text.length < shortest || isLiteral(text) ? ambiguous : 0;
  followed.store.set(copy, all(copy.length, sourceOf(followed, kind, name, text), marks));
  return copy;
}

/** Marks every string in a value from outside, in place; returns the value, or its copy if it is a string. */
export function taintValue<T>(followed: Followed, value: T, kind: string, name: string): T;
export function taintValue(followed: Followed, value: unknown, kind: string, name: string): unknown {
  if (typeof value === 'string') return taintText(followed, value, kind, name);
  return replaceTexts(value, name, (text, path) => taintText(followed, text, kind, path));
}

/** Marks every string in a value that was just made from a tainted text, as by `JSON.parse` and `url.parse`. */
export function taintFrom(followed: Followed, value: unknown, ranges: Ranges): void {
  const [, , source, marks] = ranges;
  const mark = (text: string): string => {
    if (text.length === 0 || followed.store.get(text) !== undefined) return text;
    const copy = fresh(text);
    followed.store.set(
      copy,
      all(copy.length, source!, text.length < shortest || isLiteral(text) ? marks! | ambiguous : marks!),
    );
    return copy;
  };
  replaceTexts(value, '', mark, isObject);
}

export interface Tainted {
  readonly text: string;
  readonly path: string;
  readonly ranges: Ranges;
}

/** The tainted strings in a value, at most `limit`. */
export function taintedIn(followed: Followed, value: unknown, limit: number): Tainted[] {
  const found: Tainted[] = [];
  replaceTexts(value, '', (text, path) => {
    const ranges = text.length > 0 && found.length < limit ? followed.store.get(text) : undefined;
    if (ranges) found.push({ text, path, ranges });
    return text;
  });
  return found;
}

type Replace = (text: string, path: string) => string;

interface Place {
  readonly value: unknown;
  readonly path: string;
}

/**
 * Walks plain objects and lists, breadth first and within limits, and puts other strings in place of strings. The root
 * may be what `accepts` says.
 */
function replaceTexts(root: unknown, name: string, replace: Replace, accepts = isPlain): unknown {
  const seen = new Set<unknown>();
  let level: Place[] = [{ value: root, path: name }];
  let left = maxValues;
  for (let depth = 0; depth < maxDepth && level.length > 0 && left > 0; depth++) {
    const next: Place[] = [];
    for (const place of level) {
      if (!(depth === 0 ? accepts : isPlain)(place.value) || !isObject(place.value) || seen.has(place.value)) continue;
      seen.add(place.value);
      const keys = keysOf(place.value, left);
      left -= keys.length;
      next.push(...replaceMembers(place.value, place.path, keys, replace));
    }
    level = next;
  }
  return root;
}

/** Replaces members that are strings; returns those that are objects, to be walked. */
function replaceMembers(
  holder: Record<string, unknown>,
  path: string,
  keys: readonly string[],
  replace: Replace,
): Place[] {
  return keys.flatMap((key) => {
    const property = Object.getOwnPropertyDescriptor(holder, key);
    const value: unknown = property?.value; // accessors are not read: that would run code
    if (typeof value === 'string') {
      const other = replace(value, pathTo(holder, path, key));
      if (property?.writable) holder[key] = other;
    }
    return typeof value === 'object' && value !== null ? [{ value, path: pathTo(holder, path, key) }] : [];
  });
}

function keysOf(value: Record<string, unknown>, limit: number): string[] {
  if (Array.isArray(value)) return Array.from({ length: Math.min(value.length, limit) }, (_, i) => String(i));
  return Object.keys(value).slice(0, limit);
}

function pathTo(holder: object, path: string, key: string): string {
  if (Array.isArray(holder)) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** Any object but one of bytes. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}
