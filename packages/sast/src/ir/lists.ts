import { Kind, Role } from '../languages/kinds.ts';
import { children, hasFlag, NONE } from '../tree/tree.ts';
import type { Generator } from './generator.ts';

/** An argument or part: see `Entry` in `ir.ts`. */
export interface ListEntry {
  readonly value: number;
  /** Text of the name, -1 for none. */
  readonly name: number;
  readonly spread: 0 | 1 | 2;
}

export function plain(value: number): ListEntry {
  return { value, name: NONE, spread: 0 };
}

/** A spread hands over elements (1) or, with two stars, entries (2). */
function spreadOf(gen: Generator, node: number): ListEntry {
  return { value: gen.valueOf(node, Role.value), name: NONE, spread: hasFlag(gen.tree, node, 'starStar') ? 2 : 1 };
}

/** Writes a list; its number goes into `detail`. */
export function addList(gen: Generator, entries: readonly ListEntry[]): number {
  const { lists } = gen.code;
  const at = lists.length;
  lists.push(entries.length);
  for (const { value, name, spread } of entries) lists.push(value, name, spread);
  return at;
}

/** The arguments of a call, in their order. */
export function argumentsOf(gen: Generator, node: number): ListEntry[] {
  const list: ListEntry[] = [];
  for (const child of children(gen.tree, node)) {
    const role = gen.tree.role[child]!;
    if (role === Role.arg || role === Role.block) list.push(argument(gen, child));
  }
  return list;
}

export function argument(gen: Generator, node: number): ListEntry {
  const kind = gen.kind(node);
  if (kind === Kind.Spread) return spreadOf(gen, node);
  if (kind === Kind.Keyword) {
    const name = gen.symbol(gen.part(node, Role.name));
    return { value: gen.valueOf(node, Role.value), name, spread: 0 };
  }
  return plain(gen.expression(node));
}
