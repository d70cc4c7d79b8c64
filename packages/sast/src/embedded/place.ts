import type { Tree } from '../tree/tree.ts';
import type { Embedded } from './region.ts';

/** The tree of embedded code with the places that its nodes have in the file. */
export function placed(tree: Tree, { masked, placeOf }: Embedded): Tree {
  const start = tree.start.map(placeOf);
  const end = tree.end.map((at, node) => (at > tree.start[node]! ? placeOf(at - 1) + 1 : start[node]!));
  return { ...tree, text: masked, start, end };
}
