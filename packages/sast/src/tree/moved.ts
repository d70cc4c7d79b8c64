import { type FlatTree, kindOf, nextOf, parentOf, slotsPerNode } from '../parse/flat-tree.ts';

/** Grammar kinds: the n-th node of `from` becomes the child of the n-th of `into`. */
export interface Moves {
  readonly from: Uint8Array;
  readonly into: Uint8Array;
}

const slot = { flags: 1, parent: 4, next: 5 } as const;
const extra = 8;

/** The tree with what stands apart from the place that it belongs to put there: the text of a heredoc. */
export function moved(flat: FlatTree, { from, into }: Moves): FlatTree {
  const bodies = new Map<number, number>();
  const [starts, ends] = [nodesOf(flat, into), nodesOf(flat, from)];
  for (const [i, end] of ends.entries()) if (starts[i] !== undefined && starts[i] < end) bodies.set(starts[i], end);
  return bodies.size === 0 ? flat : inOrder(flat, newOrder(flat, bodies), bodies);
}

function nodesOf(flat: FlatTree, kinds: Uint8Array): number[] {
  const found: number[] = [];
  for (let node = 0; node < flat.size; node++) if (kinds[kindOf(flat, node)] === 1) found.push(node);
  return found;
}

/** The nodes as they follow each other, each body after its start; a body can hold starts of its own. */
function newOrder(flat: FlatTree, bodies: ReadonlyMap<number, number>): Int32Array {
  const order = new Int32Array(flat.size);
  const away = new Set(bodies.values());
  let size = 0;
  const ranges = [{ at: 0, end: flat.size, first: -1 }];
  while (ranges.length > 0) {
    const range = ranges.at(-1)!;
    if (range.at >= range.end) {
      ranges.pop();
      continue;
    }
    if (away.has(range.at) && range.at !== range.first) {
      range.at = nextOf(flat, range.at);
      continue;
    }
    const body = bodies.get(range.at);
    order[size++] = range.at++;
    if (body !== undefined) ranges.push({ at: body, end: nextOf(flat, body), first: body });
  }
  return order.subarray(0, size);
}

function inOrder(flat: FlatTree, order: Int32Array, bodies: ReadonlyMap<number, number>): FlatTree {
  const nodes = new Int32Array(order.length * slotsPerNode);
  const place = new Int32Array(flat.size);
  const startOf = new Map([...bodies].map(([start, body]) => [body, start]));
  for (const [at, node] of order.entries()) {
    place[node] = at;
    nodes.set(flat.nodes.subarray(node * slotsPerNode, (node + 1) * slotsPerNode), at * slotsPerNode);
    const start = startOf.get(node);
    const parent = start ?? parentOf(flat, node);
    nodes[at * slotsPerNode + slot.parent] = parent < 0 ? -1 : place[parent]!;
    nodes[at * slotsPerNode + slot.next] = at + 1;
    if (start !== undefined) nodes[at * slotsPerNode + slot.flags]! &= ~extra;
  }
  for (let at = order.length - 1; at > 0; at--) {
    const parent = nodes[at * slotsPerNode + slot.parent]! * slotsPerNode + slot.next;
    nodes[parent] = Math.max(nodes[parent]!, nodes[at * slotsPerNode + slot.next]!);
  }
  return { ...flat, nodes, size: order.length };
}
