/**
 * The names of one grammar, as numbers in a tree refer to them.
 *
 * Shape: `symbols` and `named` are indexed by node kind, `fields` by field id; field 0 is "none" and has no name.
 * Several kinds may share a name: a grammar's aliases and its hidden rules are kinds of their own.
 */
export interface Grammar {
  readonly name: string;
  readonly symbols: readonly string[];
  readonly named: readonly boolean[];
  readonly fields: readonly string[];
}

/**
 * A whole syntax tree in one array: what the parser saw, nothing dropped.
 *
 * Shape: nodes in preorder, so node 0 is the root and a subtree is the stretch from a node to its `nextOf`;
 * `nodes` holds `slotsPerNode` numbers a node and is read through the functions below only.
 * Units: offsets are indices into `text`.
 */
export interface FlatTree {
  readonly text: string;
  readonly nodes: Int32Array;
  readonly size: number;
  readonly grammar: Grammar;
}

/** kind | field << 16, flags, start, end, parent, next. `wasm/flat.c` writes the same layout. */
export const slotsPerNode = 6;

const slot = { name: 0, flags: 1, start: 2, end: 3, parent: 4, next: 5 } as const;
/** Bits of a node: also for who writes a tree by hand. */
export const flag = { named: 1, error: 2, missing: 4, extra: 8, hasError: 16 } as const;

/** The node's kind: an index into the grammar's `symbols`. */
export function kindOf(tree: FlatTree, node: number): number {
  return read(tree, node, slot.name) & 0xffff;
}

/** The field under which the parent holds the node: an index into the grammar's `fields`, 0 for none. */
export function fieldOf(tree: FlatTree, node: number): number {
  return read(tree, node, slot.name) >>> 16;
}

/** The name of the node's kind, as the grammar's `node-types.json` has it: `call_expression`, `(`, `ERROR`. */
export function kindNameOf(tree: FlatTree, node: number): string {
  return tree.grammar.symbols[kindOf(tree, node)]!;
}

/** The name of the field under which the parent holds the node; empty for none. */
export function fieldNameOf(tree: FlatTree, node: number): string {
  return tree.grammar.fields[fieldOf(tree, node)]!;
}

/** Whether a rule of the grammar names the node; the others are its punctuation and keywords. */
export function isNamed(tree: FlatTree, node: number): boolean {
  return (read(tree, node, slot.flags) & flag.named) !== 0;
}

/** Whether the node is a stretch of text that the grammar could not read. */
export function isError(tree: FlatTree, node: number): boolean {
  return (read(tree, node, slot.flags) & flag.error) !== 0;
}

/** Whether the parser put the node there, empty, to be able to go on. */
export function isMissing(tree: FlatTree, node: number): boolean {
  return (read(tree, node, slot.flags) & flag.missing) !== 0;
}

/** Whether the node may stand anywhere, as comments do. */
export function isExtra(tree: FlatTree, node: number): boolean {
  return (read(tree, node, slot.flags) & flag.extra) !== 0;
}

/** Whether the node or anything in it is an error or missing. */
export function hasError(tree: FlatTree, node: number): boolean {
  return (read(tree, node, slot.flags) & flag.hasError) !== 0;
}

/** Index of the node's first character. */
export function startOf(tree: FlatTree, node: number): number {
  return read(tree, node, slot.start);
}

/** Index after the node's last character. */
export function endOf(tree: FlatTree, node: number): number {
  return read(tree, node, slot.end);
}

/** The node that holds this one; -1 for the root. */
export function parentOf(tree: FlatTree, node: number): number {
  return read(tree, node, slot.parent);
}

/** The node after the last descendant: the next sibling, if the parent's `nextOf` is larger. */
export function nextOf(tree: FlatTree, node: number): number {
  return read(tree, node, slot.next);
}

/** The first child; -1 for none. */
export function firstChildOf(tree: FlatTree, node: number): number {
  return nextOf(tree, node) > node + 1 ? node + 1 : -1;
}

/** The sibling to the right; -1 for none. */
export function nextSiblingOf(tree: FlatTree, node: number): number {
  const parent = parentOf(tree, node);
  const next = nextOf(tree, node);
  return parent >= 0 && next < nextOf(tree, parent) ? next : -1;
}

/** The source text of the node. */
export function textOf(tree: FlatTree, node: number): string {
  return tree.text.slice(startOf(tree, node), endOf(tree, node));
}

/** The columns' one way in. A node outside the tree is a mistake of the caller's and not a number to go on with. */
function read(tree: FlatTree, node: number, at: number): number {
  if (node < 0 || node >= tree.size) throw new RangeError(`node ${node} of a tree of ${tree.size}`);
  return tree.nodes[node * slotsPerNode + at]!;
}
