/**
 * Methods whose calls are followed by name, and how many of their arguments the follower wants to see.
 * `taint/methods.ts` has one follower for each: the compiler holds the two together.
 */
export const methods = {
  concat: 8,
  slice: 1,
  substring: 2,
  substr: 1,
  replace: 2,
  replaceAll: 2,
  trim: 0,
  trimStart: 0,
  trimEnd: 0,
  toLowerCase: 0,
  toUpperCase: 0,
  toLocaleLowerCase: 0,
  toLocaleUpperCase: 0,
  split: 0,
  join: 1,
  padStart: 0,
  padEnd: 0,
  repeat: 0,
  normalize: 0,
  match: 0,
  exec: 1,
  toString: 0,
  parse: 1,
  stringify: 1,
  from: 1,
} as const;

/** Methods whose outcome may vouch for a value, and the arguments to see; the catalogue's guards of `*` say which do. */
export const checks = { test: 1, includes: 1, has: 1, startsWith: 1, hasOwnProperty: 1 } as const;
export type Method = keyof typeof methods;

const followed: Readonly<Record<string, number>> = { ...methods, ...checks };

/** Global functions that carry text from their first argument into their result. */
export const globals = ['encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI', 'atob', 'btoa'] as const;

/** How many arguments of a call of this method are wanted; undefined if the method is not followed. */
export function argumentsOf(name: string): number | undefined {
  return Object.hasOwn(followed, name) ? followed[name] : undefined;
}
