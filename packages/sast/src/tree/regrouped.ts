/**
 * Puts a syntax tree right where its grammar groups otherwise than the language does: before it is lowered, in lists of
 * children, without recursion.
 */
import { endOf, type FlatTree, isNamed, kindOf, parentOf, slotsPerNode, startOf } from '../parse/flat-tree.ts';

/** Sets of grammar kinds: one for every kind that is in the set. */
export interface Groups {
  /** They apply to the sibling before them, and become its parent: `.b` and `(c)` of `a.b(c)`. */
  readonly folds: Uint8Array;
  /** They bind more tightly than `loose` ones, whatever the grammar says: `a / b.c()`. */
  readonly tight: Uint8Array;
  readonly loose: Uint8Array;
  /** They hold one node and stand for it. */
  readonly wraps: Uint8Array;
}

export function regrouped(flat: FlatTree, groups: Groups): FlatTree {
  return new Regrouping(flat, groups).run();
}

class Regrouping {
  readonly #flat: FlatTree;
  readonly #groups: Groups;
  readonly #children: number[][] = [];
  readonly #parents: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #fields: number[] = [];
  readonly #done = new Set<number>();
  #changed = false;

  constructor(flat: FlatTree, groups: Groups) {
    this.#flat = flat;
    this.#groups = groups;
    for (let node = 0; node < flat.size; node++) {
      this.#children.push([]);
      this.#parents.push(parentOf(flat, node));
      this.#starts.push(startOf(flat, node));
      this.#ends.push(endOf(flat, node));
      this.#fields.push(flat.nodes[node * slotsPerNode]! >>> 16);
      if (node > 0) this.#children[parentOf(flat, node)]!.push(node);
    }
  }

  run(): FlatTree {
    const { folds, tight } = this.#groups;
    for (let node = 0; node < this.#flat.size; node++) {
      const list = this.#children[node]!;
      if (list.some((it) => folds[this.#kind(it)] === 1)) this.#fold(node, list);
    }
    for (let node = 0; node < this.#flat.size; node++) if (tight[this.#kind(node)] === 1) this.#tighten(node);
    return this.#changed ? this.#written() : this.#flat;
  }

  #kind(node: number): number {
    return kindOf(this.#flat, node);
  }

  #isDots(node: number | undefined): boolean {
    return node !== undefined && /^\??\.\.$/.test(this.#flat.grammar.symbols[this.#kind(node)]!);
  }

  #fold(parent: number, list: readonly number[]): void {
    const kept: number[] = [];
    for (const node of list) {
      // Between a cascade's dots and what it applies to.
      const dots = this.#isDots(kept.at(-1)) ? [kept.pop()!] : [];
      const before = kept.at(-1);
      if (before === undefined || this.#groups.folds[this.#kind(node)] !== 1 || !isNamed(this.#flat, before)) {
        kept.push(...dots, node);
        continue;
      }
      this.#children[node]!.unshift(before, ...dots);
      for (const it of [before, ...dots]) this.#parents[it] = node;
      this.#starts[node] = this.#starts[before]!;
      this.#fields[node] = this.#fields[before]!;
      this.#fields[before] = 0;
      kept[kept.length - 1] = node;
      this.#changed = true;
    }
    this.#children[parent] = kept;
  }

  /** While the node begins with a looser one, it takes that one's last part only, and becomes that part. */
  #tighten(node: number): void {
    if (this.#done.has(node)) return;
    const { tight, loose, wraps } = this.#groups;
    // All that begins where the node begins: each is gone through once.
    const chain = [node];
    let start = -1;
    for (let at = this.#children[node]![0]; at !== undefined;) {
      const kind = this.#kind(at);
      if (loose[kind] === 1) {
        const last = this.#children[at]!.at(-1)!;
        if (!isNamed(this.#flat, last)) break;
        this.#rotate(node, at, last);
        start = this.#starts[last]!;
        at = last;
      } else if (tight[kind] === 1 || wraps[kind] === 1) {
        chain.push(at);
        this.#done.add(at);
        at = this.#children[at]![0];
      } else break;
    }
    if (start >= 0) for (const it of chain) this.#starts[it] = Math.max(start, this.#starts[it]!);
  }

  /** `loose` comes where `node` was, and `node` where the last part of `loose` was. */
  #rotate(node: number, loose: number, last: number): void {
    this.#replace(loose, last);
    this.#replaceIn(this.#parents[node]!, node, loose);
    this.#children[loose]![this.#children[loose]!.length - 1] = node;
    this.#parents[node] = loose;
    [this.#fields[loose], this.#fields[node]] = [this.#fields[node]!, this.#fields[last]!];
    this.#ends[loose] = this.#ends[node]!;
    this.#changed = true;
  }

  /** Puts a part of a node in its place. */
  #replace(node: number, part: number): void {
    const above = this.#parents[node]!;
    this.#replaceIn(above, node, part);
    this.#parents[part] = above;
  }

  #replaceIn(parent: number, old: number, node: number): void {
    const list = this.#children[parent];
    if (list) list[list.lastIndexOf(old)] = node;
    this.#parents[node] = parent;
  }

  /** The tree in preorder again. */
  #written(): FlatTree {
    const { text, size, grammar, nodes: old } = this.#flat;
    const nodes = new Int32Array(size * slotsPerNode);
    const numbers = new Int32Array(size);
    const pending = [0];
    let at = 0;
    while (pending.length > 0) {
      const node = pending.pop()!;
      if (node < 0) {
        nodes[numbers[~node]! * slotsPerNode + 5] = at;
        continue;
      }
      numbers[node] = at;
      const slot = at++ * slotsPerNode;
      nodes[slot] = this.#kind(node) | (this.#fields[node]! << 16);
      nodes[slot + 1] = old[node * slotsPerNode + 1]!;
      nodes[slot + 2] = this.#starts[node]!;
      nodes[slot + 3] = this.#ends[node]!;
      nodes[slot + 4] = node === 0 ? -1 : numbers[this.#parents[node]!]!;
      pending.push(~node);
      const inner = this.#children[node]!;
      for (let i = inner.length - 1; i >= 0; i--) pending.push(inner[i]!);
    }
    return { text, nodes, size, grammar };
  }
}
