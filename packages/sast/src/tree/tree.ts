import { Flag, type FlagName, Kind, kindNames, type KindName } from '../languages/kinds.ts';
import type { Table } from '../languages/table.ts';
import type { Texts } from './texts.ts';

/**
 * The normalised tree of one file, the same for all languages: for patterns, and as what the IR is made from.
 *
 * Shape: columns, one entry a node, in preorder: a node's first child is the index after it, its next sibling is its
 *        `next`. Node 0 is the module. Read it through the functions below.
 * Units: `start` and `end` are indices into `text`.
 */
export interface Tree {
  readonly text: string;
  readonly texts: Texts;
  readonly table: Table;
  readonly size: number;
  readonly kind: Uint8Array;
  readonly role: Uint8Array;
  readonly flags: Int32Array;
  /** Text of a leaf, operator of an operation, grammar type of an `Other`: a number in `texts`, or -1. */
  readonly symbol: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly parent: Int32Array;
  /** Index after the last descendant. */
  readonly next: Int32Array;
}

/** No node. */
export const NONE = -1;

export function kindOf(tree: Tree, node: number): number {
  return node < 0 ? NONE : tree.kind[node]!;
}

export function kindName(tree: Tree, node: number): KindName {
  return kindNames[tree.kind[node]!]!;
}

export function is(tree: Tree, node: number, kind: KindName): boolean {
  return node >= 0 && tree.kind[node] === Kind[kind];
}

export function roleOf(tree: Tree, node: number): number {
  return tree.role[node]!;
}

export function flagsOf(tree: Tree, node: number): number {
  return tree.flags[node]!;
}

export function hasFlag(tree: Tree, node: number, flag: FlagName): boolean {
  return node >= 0 && (tree.flags[node]! & Flag[flag]) !== 0;
}

/** Number of the node's text or operator in `tree.texts`, -1 if it has none. */
export function symbolOf(tree: Tree, node: number): number {
  return node < 0 ? NONE : tree.symbol[node]!;
}

/** The node's text or operator: a name, a string's content as written (see `decodeString`), `+`. */
export function nameOf(tree: Tree, node: number): string {
  return tree.texts.get(symbolOf(tree, node));
}

export function startOf(tree: Tree, node: number): number {
  return tree.start[node]!;
}

export function endOf(tree: Tree, node: number): number {
  return tree.end[node]!;
}

/** The node's source text, as written. */
export function sourceOf(tree: Tree, node: number): string {
  return tree.text.slice(tree.start[node]!, tree.end[node]!);
}

/** -1 for the module. */
export function parentOf(tree: Tree, node: number): number {
  return tree.parent[node]!;
}

/** The index after the node's last descendant: its next sibling, if its parent does not end there. */
export function nextOf(tree: Tree, node: number): number {
  return tree.next[node]!;
}

/**
 * The first child, -1 if there is none. To visit all children:
 * `for (let child = firstChild(tree, node); child >= 0; child = nextSibling(tree, child))`
 */
export function firstChild(tree: Tree, node: number): number {
  return tree.next[node]! > node + 1 ? node + 1 : NONE;
}

export function nextSibling(tree: Tree, node: number): number {
  const next = tree.next[node]!;
  const parent = tree.parent[node]!;
  return parent >= 0 && next < tree.next[parent]! ? next : NONE;
}

/** The first child with this role (`Role.callee`), -1 if there is none. */
export function part(tree: Tree, node: number, role: number): number {
  if (node < 0) return NONE;
  const end = tree.next[node]!;
  for (let child = node + 1; child < end; child = tree.next[child]!) if (tree.role[child] === role) return child;
  return NONE;
}

/** All children with this role, in source order. */
export function parts(tree: Tree, node: number, role: number): number[] {
  const found: number[] = [];
  const end = tree.next[node]!;
  for (let child = node + 1; child < end; child = tree.next[child]!) if (tree.role[child] === role) found.push(child);
  return found;
}

/** All children, in source order. */
export function children(tree: Tree, node: number): number[] {
  const found: number[] = [];
  const end = tree.next[node]!;
  for (let child = node + 1; child < end; child = tree.next[child]!) found.push(child);
  return found;
}
