import { headerOf } from './response.ts';
import type { Ranges } from '../taint/ranges.ts';

/** A bit for each kind of sink: in marks of ranges, and in what calls cover. Bit 0 is `ambiguous`. */
export interface Kinds {
  bit(kind: string): number;
  bits(kinds: readonly string[]): number;
}

const maxKinds = 30;
const everything = ~1;

export function kindsOf(names: readonly string[]): Kinds {
  const bit = (kind: string): number => {
    const at = names.indexOf(kind);
    return at < 0 || at >= maxKinds ? 0 : 2 << at;
  };
  return { bit, bits: (kinds) => (kinds.includes('*') ? everything : kinds.reduce((all, it) => all | bit(it), 0)) };
}

/** Sinks of these kinds do harm only in some states of what they are called on. */
export const harms: Readonly<Record<string, (self: unknown, value: string, ranges: Ranges) => boolean>> = {
  html: (self, value, ranges) => {
    const type = headerOf(self, 'content-type');
    if (type !== undefined) return /html|svg|xml/i.test(type);
    // Without a type, `send` of frameworks says HTML, and browsers guess from what the text looks like.
    return isFramework(self) || outside(value, ranges).includes('<');
  },
};

function isFramework(self: unknown): boolean {
  return typeof self === 'object' && self !== null && 'send' in self;
}

/** What the application itself wrote of a value. */
export function outside(value: string, ranges: Ranges): string {
  let text = '';
  let from = 0;
  for (let i = 0; i < ranges.length; i += 4) {
    text += value.slice(from, ranges[i]);
    from = ranges[i + 1]!;
  }
  return text + value.slice(from);
}
