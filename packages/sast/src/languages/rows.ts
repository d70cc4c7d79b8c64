import type { Keep, Row } from './table.ts';

/** Rows that many tables share. */
export const name = { is: 'Name', text: 'all' } as const satisfies Keep;
export const type = { is: 'Type', text: 'all' } as const satisfies Keep;
export const number = { is: 'Num', text: 'all' } as const satisfies Keep;
export const boolean = { is: 'Bool', text: 'all' } as const satisfies Keep;
export const string = { is: 'Str', text: 'inside' } as const satisfies Keep;
/** Text between two others, without quotes of its own. */
export const piece = { is: 'Str', text: 'all' } as const satisfies Keep;
export const binary = { is: 'Binary', operator: true, left: 'left', right: 'right' } as const satisfies Keep;
export const augmented = { is: 'AugAssign', operator: true, left: 'left', right: 'right' } as const satisfies Keep;

/** A list of one is that one. */
export const tuple = {
  when: { single: true },
  use: 'lift',
  otherwise: { is: 'Tuple', elem: '#*' },
} as const satisfies Row;

/** The same row for many types. */
export function each<const R extends Row>(types: readonly string[], row: R): Record<string, R> {
  return Object.fromEntries(types.map((it) => [it, row]));
}
