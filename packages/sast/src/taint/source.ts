import { Kind, Role } from '../languages/kinds.ts';
import { endOf, parentOf, roleOf, sourceOf, startOf, type Tree } from '../tree/tree.ts';
import type { Frame } from './frame.ts';
import { after } from './trace.ts';
import type { Fact } from './value.ts';

/** Outside data enters at a node. */
export function sourceFact(frame: Frame, node: number, mask: bigint): Fact {
  const { tree } = frame.program.ir;
  const whole = chainAround(tree, node);
  const text = shortened(sourceOf(tree, whole));
  const origin = frame.program.source(node, text);
  return {
    origin,
    mask,
    step: after(undefined, { role: 'source', node: whole, message: `\`${text}\` comes from outside` }),
  };
}

/** How far the text of a source reaches around it: `req.query.q` around `req.query`. */
const maxClimb = 4;
const maxSource = 80;

/** What a reader would call the source: the whole chain of members that it begins. */
function chainAround(tree: Tree, node: number): number {
  let whole = node;
  for (let climbed = 0; climbed < maxClimb; climbed++) {
    const parent = parentOf(tree, whole);
    if (parent < 0 || !continues(tree, whole, parent) || endOf(tree, parent) - startOf(tree, parent) > maxSource) break;
    whole = parent;
  }
  return whole;
}

/** Whether the parent only reads a part of the node, or calls it where it stands. */
function continues(tree: Tree, node: number, parent: number): boolean {
  const role = roleOf(tree, node);
  switch (tree.kind[parent]) {
    case Kind.Member:
      return role === Role.object && !isMethodName(tree, parent);
    case Kind.Index:
      return role === Role.object;
    case Kind.Call:
      return role === Role.callee;
    default:
      return false;
  }
}

function isMethodName(tree: Tree, member: number): boolean {
  const parent = parentOf(tree, member);
  return parent >= 0 && tree.kind[parent] === Kind.Call && roleOf(tree, member) === Role.callee;
}

const maxText = 60;

export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= maxText ? line : `${line.slice(0, maxText - 1)}…`;
}
