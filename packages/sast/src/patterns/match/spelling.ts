import type { Table } from '../../languages/table.ts';

/** Paths in one spelling: `A::b` and `\A\b` are `A.b`. */
export function dotted(path: string): string {
  return path.includes('::') || path.includes('\\') ? path.replace(/^(?:::|\\)/, '').replace(/::|\\/g, '.') : path;
}

/** The last part of a path. */
export function lastOf(path: string): string {
  return /[^./\\:]*$/.exec(path)![0];
}

/** A name as it is compared: PHP's variables begin with `$` and keep their case, other names have none. */
export function folded({ foldsNames }: Table, name: string): string {
  return foldsNames === true && !name.startsWith('$') ? name.toLowerCase() : name;
}
