import type { Table } from '../languages/table.ts';
import type { Texts } from './texts.ts';
import type { Tree } from './tree.ts';

/** Writes the columns of a tree, in preorder. The columns are used again for the next file; `take` copies them. */
export class TreeBuilder {
  #size = 0;
  #kind = new Uint8Array(1024);
  #role = new Uint8Array(1024);
  #flags = new Int32Array(1024);
  #symbol = new Int32Array(1024);
  #start = new Int32Array(1024);
  #end = new Int32Array(1024);
  #parent = new Int32Array(1024);
  #next = new Int32Array(1024);

  get size(): number {
    return this.#size;
  }

  clear(): void {
    this.#size = 0;
  }

  /** Adds a node after all others: a leaf without a text or a place, until it is told otherwise. */
  add(kind: number, role: number, parent: number): number {
    const at = this.#size;
    if (at === this.#kind.length) this.#grow();
    this.#kind[at] = kind;
    this.#role[at] = role;
    this.#flags[at] = 0;
    this.#symbol[at] = -1;
    this.#parent[at] = parent;
    this.#next[at] = at + 1;
    this.#size = at + 1;
    return at;
  }

  setSpan(node: number, start: number, end: number): void {
    this.#start[node] = start;
    this.#end[node] = end;
  }

  /** All nodes since then are descendants. */
  close(node: number): void {
    this.#next[node] = this.#size;
  }

  parent(node: number): number {
    return this.#parent[node]!;
  }

  end(node: number): number {
    return this.#end[node]!;
  }

  hasSymbol(node: number): boolean {
    return this.#symbol[node]! >= 0;
  }

  setSymbol(node: number, symbol: number): void {
    this.#symbol[node] = symbol;
  }

  setEnd(node: number, end: number): void {
    this.#end[node] = end;
  }

  addFlags(node: number, bits: number): void {
    this.#flags[node]! |= bits;
  }

  /** The finished tree; the builder starts anew. */
  take(text: string, texts: Texts, table: Table): Tree {
    const size = this.#size;
    this.#size = 0;
    return {
      text,
      texts,
      table,
      size,
      kind: this.#kind.slice(0, size),
      role: this.#role.slice(0, size),
      flags: this.#flags.slice(0, size),
      symbol: this.#symbol.slice(0, size),
      start: this.#start.slice(0, size),
      end: this.#end.slice(0, size),
      parent: this.#parent.slice(0, size),
      next: this.#next.slice(0, size),
    };
  }

  #grow(): void {
    this.#kind = grownBytes(this.#kind);
    this.#role = grownBytes(this.#role);
    this.#flags = grown(this.#flags);
    this.#symbol = grown(this.#symbol);
    this.#start = grown(this.#start);
    this.#end = grown(this.#end);
    this.#parent = grown(this.#parent);
    this.#next = grown(this.#next);
  }
}

/** A copy with twice the room. */
export function grown(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}

export function grownBytes(column: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(column.length * 2);
  larger.set(column);
  return larger;
}
