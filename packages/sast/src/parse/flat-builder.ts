import { flag, type FlatTree, type Grammar, slotsPerNode } from './flat-tree.ts';

/** What a node is. Units: indices into the text. */
export interface Place {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** The field under which its parent holds it. */
  readonly field?: string | undefined;
}

/** Writes a flat syntax tree by hand, in preorder: for formats that are read without a grammar. */
export class FlatBuilder {
  readonly #text: string;
  readonly #grammar: Grammar;
  readonly #kinds: ReadonlyMap<string, number>;
  readonly #nodes: number[] = [];
  readonly #open: number[] = [];

  constructor(text: string, grammar: Grammar) {
    this.#text = text;
    this.#grammar = grammar;
    // Of equal names the last counts: what a format adds stands behind what it takes from another grammar.
    this.#kinds = new Map(grammar.symbols.map((name, kind) => [name, kind]));
  }

  /** Opens a node: what is added until it is closed is inside of it. */
  open(place: Place): void {
    this.#open.push(this.#add(place, flag.named));
  }

  close(end?: number): void {
    const node = this.#open.pop()!;
    this.#nodes[node * slotsPerNode + 5] = this.#size;
    if (end !== undefined) this.#nodes[node * slotsPerNode + 3] = end;
  }

  leaf(place: Place): void {
    this.#add(place, flag.named);
  }

  /** A comment: it belongs to nothing around it. */
  extra(place: Place): void {
    this.#add(place, flag.named | flag.extra);
  }

  /** A keyword or a sign. */
  token(place: Place): void {
    this.#add(place, 0);
  }

  /** A stretch that could not be read. */
  error(start: number, end: number): void {
    this.#add({ kind: 'ERROR', start, end }, flag.named | flag.error | flag.hasError);
    this.#spoil();
  }

  /** What another tree has under its root, `offset` characters further on. Its grammar's numbers are also this one's. */
  splice(flat: FlatTree, offset: number): void {
    const base = this.#size - 1;
    const root = this.#open.at(-1) ?? -1;
    for (let at = slotsPerNode; at < flat.size * slotsPerNode; at += slotsPerNode) {
      const [name = 0, flags = 0, start = 0, end = 0, parent = 0, next = 0] = flat.nodes.subarray(
        at,
        at + slotsPerNode,
      );
      const above = parent === 0 ? root : parent + base;
      this.#nodes.push(name, flags, start + offset, end + offset, above, next + base);
      if (flags & flag.hasError && parent === 0) this.#spoil();
    }
  }

  take(): FlatTree {
    while (this.#open.length > 0) this.close();
    const { length } = this.#nodes;
    return {
      text: this.#text,
      nodes: Int32Array.from(this.#nodes),
      size: length / slotsPerNode,
      grammar: this.#grammar,
    };
  }

  get #size(): number {
    return this.#nodes.length / slotsPerNode;
  }

  #add({ kind, start, end, field }: Place, flags: number): number {
    const at = this.#size;
    const number = this.#kinds.get(kind);
    if (number === undefined) throw new Error(`the grammar ${this.#grammar.name} has no node ${kind}`);
    const held = field === undefined ? 0 : this.#grammar.fields.indexOf(field);
    this.#nodes.push(number | (held << 16), flags, start, end, this.#open.at(-1) ?? -1, at + 1);
    return at;
  }

  #spoil(): void {
    for (const node of this.#open) this.#nodes[node * slotsPerNode + 1]! |= flag.hasError;
  }
}
