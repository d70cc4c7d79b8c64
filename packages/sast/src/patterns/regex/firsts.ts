/**
 * Which characters a part of a regular expression can begin with. Where a loop's characters are none of those that come
 * next, it can only end in one way, and there is nothing to try again.
 */
import type { Part } from './syntax.ts';

/** Characters that stand for all: each bit is one of them. Undefined: anything, or nobody knows. */
export type Firsts = Uint8Array | undefined;

/** Latin letters and marks one by one, and some of elsewhere. */
const samples = [
  ...Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code)),
  ...'αЖ中あ\u2028\u00a0\ufeff😀',
];

export const nothing: Uint8Array = new Uint8Array(samples.length);

export function areApart(one: Firsts, other: Firsts): boolean {
  return one !== undefined && other !== undefined && !one.some((it, at) => it === 1 && other[at] === 1);
}

/** What a part begins with, where `after` comes behind it. */
export function firstsOf(part: Part, after: Firsts, flags: string): Firsts {
  switch (part.is) {
    case 'char':
      return charsOf(part.source, flags);
    case 'all':
      return part.of.reduceRight((next: Firsts, it) => firstsOf(it, next, flags), after);
    case 'any':
      return union(part.of.map((it) => firstsOf(it, after, flags)));
    case 'group':
      return firstsOf(part.of, after, flags);
    case 'loop': {
      const inside = firstsOf(part.of, after, flags);
      return part.least > 0 ? inside : union([inside, after]);
    }
    default:
      return undefined;
  }
}

export function union(all: readonly Firsts[]): Firsts {
  const whole = nothing.slice();
  for (const one of all) {
    if (!one) return undefined;
    for (const [at, it] of one.entries()) if (it === 1) whole[at] = 1;
  }
  return whole;
}

const known = new Map<string, Uint8Array>();

/** The characters of a literal, a class or an escape. */
function charsOf(source: string, flags: string): Uint8Array {
  const key = `${flags} ${source}`;
  const found = known.get(key);
  if (found) return found;
  const shape = new RegExp(`^(?:${source})$`, flags.replace('m', ''));
  const made = Uint8Array.from(samples, (it) => (shape.test(it) ? 1 : 0));
  known.set(key, made);
  return made;
}
