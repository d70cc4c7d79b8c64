/**
 * What belongs to a file by its path, out of hundreds of names: a project has a hundred thousand files, and each is asked
 * for. The last part of the path leads to the few names that may fit.
 */
import { literal } from '@plumbline/core';

/** Shape: `name` is the end of a path, of one part or more; `*` is any text without `/`. */
export interface Named<T> {
  readonly name: string;
  readonly value: T;
}

interface Row<T> {
  readonly value: T;
  /** Of several that fit the first counts. */
  readonly order: number;
  readonly fits: (path: string, last: string) => boolean;
}

/** A function that gives the value of the first of the names that a path ends with. */
export function byName<T>(names: readonly Named<T>[]): (path: string) => T | undefined {
  const exact = new Map<string, Row<T>[]>();
  const ending = new Map<string, Row<T>[]>();
  for (const [order, { name, value }] of names.entries()) {
    const last = name.slice(name.lastIndexOf('/') + 1);
    const row = { value, order, fits: fitting(name, last) };
    if (last.includes('*')) push(ending, lastCharacter(last), row);
    else push(exact, last, row);
  }
  return (path) => {
    const last = path.slice(path.lastIndexOf('/') + 1);
    let best: Row<T> | undefined;
    for (const rows of [exact.get(last), ending.get(lastCharacter(last)), ending.get('*')]) {
      const found = rows?.find((it) => it.fits(path, last));
      if (found && (!best || found.order < best.order)) best = found;
    }
    return best?.value;
  };
}

function push<T>(rows: Map<string, Row<T>[]>, key: string, row: Row<T>): void {
  const known = rows.get(key);
  if (known) known.push(row);
  else rows.set(key, [row]);
}

function lastCharacter(text: string): string {
  return text.slice(-1);
}

function fitting(name: string, last: string): Row<unknown>['fits'] {
  const [head = '', tail = '', ...more] = last.split('*');
  const isPlain = last === name && more.length === 0;
  if (!last.includes('*')) return isPlain ? () => true : whole(name);
  const near = (it: string): boolean =>
    it.length >= head.length + tail.length && it.startsWith(head) && it.endsWith(more.at(-1) ?? tail);
  if (isPlain) return (_, it) => near(it);
  const far = whole(name);
  return (path, it) => near(it) && far(path, it);
}

/** Made when a file is called so for the first time. */
function whole(name: string): Row<unknown>['fits'] {
  let pattern: RegExp | undefined;
  return (path) => {
    pattern ??= new RegExp(`(?:^|/)${name.split('*').map(literal).join('[^/]*')}$`);
    return pattern.test(path);
  };
}
