/**
 * The children of nodes by role. Many patterns look at the same nodes, so that they are sorted out once a tree. Only what
 * was asked for is kept, and only as long as somebody holds the tree.
 */
import { type Tree, roleOf } from '../../tree/tree.ts';

/** The children under one role, in order. */
export interface RoleParts {
  readonly role: number;
  readonly nodes: readonly number[];
}

/** One entry a role, in the order of their first children. */
export type Parts = readonly RoleParts[];

export class PartsTable {
  readonly #tree: Tree;
  readonly #parts: (Parts | undefined)[] = [];

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  of(node: number): Parts {
    return (this.#parts[node] ??= partsIn(this.#tree, node));
  }
}

const none: Parts = [];

function partsIn(tree: Tree, node: number): Parts {
  const end = tree.next[node]!;
  if (end === node + 1) return none;
  const found: { readonly role: number; readonly nodes: number[] }[] = [];
  for (let child = node + 1; child < end; child = tree.next[child]!) {
    const role = roleOf(tree, child);
    const last = found.at(-1);
    const known = last?.role === role ? last : found.find((it) => it.role === role);
    if (known) known.nodes.push(child);
    else found.push({ role, nodes: [child] });
  }
  return found;
}

export function nodesUnder(parts: Parts, role: number): readonly number[] {
  for (const it of parts) if (it.role === role) return it.nodes;
  return [];
}

export function hasRole(parts: Parts, role: number): boolean {
  for (const it of parts) if (it.role === role) return true;
  return false;
}

const tables = new WeakMap<Tree, PartsTable>();

/** Of a tree that lives long: a pattern's. */
export function partsOfPattern(tree: Tree): PartsTable {
  let table = tables.get(tree);
  if (!table) tables.set(tree, (table = new PartsTable(tree)));
  return table;
}
