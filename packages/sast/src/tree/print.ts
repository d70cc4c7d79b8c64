import { kindNames, roleNames } from '../languages/kinds.ts';
import { flagsIn } from './plan.ts';
import { nameOf, type Tree } from './tree.ts';

/** The tree as text, one node a line, indented by depth: for tests and `--dump`. */
export function printTree(tree: Tree): string {
  const lines: string[] = [];
  const depths = new Int32Array(tree.size);
  for (let node = 0; node < tree.size; node++) {
    const parent = tree.parent[node]!;
    const depth = parent < 0 ? 0 : depths[parent]! + 1;
    depths[node] = depth;
    lines.push(`${'  '.repeat(depth)}${printNode(tree, node)}`);
  }
  return lines.join('\n');
}

/** `role: Kind "text" +flag`, with role and text left out where there is none. */
function printNode(tree: Tree, node: number): string {
  const role = tree.role[node]! > 0 ? `${roleNames[tree.role[node]!]}: ` : '';
  const text = tree.symbol[node]! >= 0 ? ` ${JSON.stringify(nameOf(tree, node))}` : '';
  const flags = flagsIn(tree.flags[node]!).map((it) => ` +${it}`);
  return `${role}${kindNames[tree.kind[node]!]}${text}${flags.join('')}`;
}
