import { grown, grownBytes } from '../tree/builder.ts';
import type { Blocks, Variables } from './ir.ts';

/** What an instruction works on; what is left out is -1. */
export interface Operands {
  readonly target?: number;
  readonly left?: number;
  readonly right?: number;
  readonly detail?: number;
}

/** Writes the columns of the IR. Blocks are made before it is known where they go, and numbered anew at the end. */
export class Code {
  size = 0;
  op = new Uint8Array(1024);
  target = new Int32Array(1024);
  left = new Int32Array(1024);
  right = new Int32Array(1024);
  detail = new Int32Array(1024);
  node = new Int32Array(1024);
  readonly lists: number[] = [];
  readonly variableNames: number[] = [];
  readonly variableOwners: number[] = [];
  readonly variableTypes: number[] = [];
  readonly #starts: number[] = [];
  readonly #placed: number[] = [];
  readonly #edges: number[] = [];

  add(op: number, node: number, target: number, operands: Operands): void {
    if (this.size === this.op.length) this.#grow();
    const at = this.size++;
    this.op[at] = op;
    this.node[at] = node;
    this.target[at] = target;
    this.left[at] = operands.left ?? -1;
    this.right[at] = operands.right ?? -1;
    this.detail[at] = operands.detail ?? -1;
  }

  addVariable(owner: number, name: number, type: number): number {
    this.variableNames.push(name);
    this.variableTypes.push(type);
    return this.variableOwners.push(owner) - 1;
  }

  /** A block that is not placed yet. */
  addBlock(): number {
    return this.#starts.push(-1) - 1;
  }

  /** The next instruction is the block's first. */
  place(block: number): void {
    this.#starts[block] = this.size;
    this.#placed.push(block);
  }

  /** Number of blocks placed so far, which is the final number of the next one. */
  get placed(): number {
    return this.#placed.length;
  }

  addEdge(from: number, to: number, kind: number): void {
    this.#edges.push(from, to, kind);
  }

  /** The blocks in the order of their instructions, with the edges of each together. */
  blocks(): Blocks {
    const size = this.#placed.length;
    const order = new Int32Array(this.#starts.length).fill(-1);
    this.#placed.forEach((block, at) => (order[block] = at));
    const edges = new Int32Array(size + 1);
    this.#eachEdge(order, (from) => edges[from + 1]!++);
    for (let block = 0; block < size; block++) edges[block + 1]! += edges[block]!;
    const filled = edges.slice();
    const edgeTo = new Int32Array(edges[size]!);
    const edgeKind = new Uint8Array(edges[size]!);
    this.#eachEdge(order, (from, to, kind) => {
      const at = filled[from]!++;
      edgeTo[at] = to;
      edgeKind[at] = kind;
    });
    const start = new Int32Array(size + 1).fill(this.size);
    this.#placed.forEach((block, at) => (start[at] = this.#starts[block]!));
    return { size, start, edges, edgeTo, edgeKind };
  }

  variables(captured: Uint8Array): Variables {
    return {
      size: this.variableNames.length,
      name: new Int32Array(this.variableNames),
      owner: new Int32Array(this.variableOwners),
      type: new Int32Array(this.variableTypes),
      captured,
    };
  }

  /** Edges between blocks that were placed; a block that was never reached has none. */
  #eachEdge(order: Int32Array, visit: (from: number, to: number, kind: number) => void): void {
    for (let at = 0; at < this.#edges.length; at += 3) {
      const from = order[this.#edges[at]!]!;
      const to = order[this.#edges[at + 1]!]!;
      if (from >= 0 && to >= 0) visit(from, to, this.#edges[at + 2]!);
    }
  }

  #grow(): void {
    this.op = grownBytes(this.op);
    this.target = grown(this.target);
    this.left = grown(this.left);
    this.right = grown(this.right);
    this.detail = grown(this.detail);
    this.node = grown(this.node);
  }
}
