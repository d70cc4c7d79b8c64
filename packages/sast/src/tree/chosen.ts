/** Which row of a language's table is a node's: some rows look at the node, its children or its parent. */
import {
  endOf,
  fieldOf,
  type FlatTree,
  isError,
  isExtra,
  isNamed,
  kindOf,
  nextOf,
  parentOf,
  startOf,
} from '../parse/flat-tree.ts';
import { type Child, errorPlan, type Lowering, otherPlan, type Plan } from './plan.ts';

type Choice = NonNullable<Plan['choice']>;

export function planOf(flat: FlatTree, { plans }: Lowering, node: number): Plan {
  if (isError(flat, node)) return errorPlan;
  let plan = plans[kindOf(flat, node)] ?? otherPlan;
  while (plan.choice) plan = holds(flat, plan.choice, node) ? plan.choice.yes : plan.choice.no;
  return plan;
}

function holds(flat: FlatTree, choice: Choice, node: number): boolean {
  if (choice.test === 'has') return hasChild(flat, node, choice.child);
  if (choice.test === 'says') return says(flat, choice, node);
  if (choice.test === 'like') return choice.shape!.test(flat.text.slice(startOf(flat, node), endOf(flat, node)));
  if (choice.test === 'in') {
    const parent = parentOf(flat, node);
    return parent >= 0 && choice.parents[kindOf(flat, parent)] === 1;
  }
  let named = 0;
  for (let child = node + 1; child < nextOf(flat, node); child = nextOf(flat, child)) {
    if (isNamed(flat, child) && !isExtra(flat, child)) named++;
  }
  return named === 1;
}

function says(flat: FlatTree, { child, texts }: Choice, node: number): boolean {
  const own = child.field < 0 && !child.kinds;
  const said = own ? node : onlyChild(flat, node, child);
  return said >= 0 && texts.includes(flat.text.slice(startOf(flat, said), endOf(flat, said)));
}

function hasChild(flat: FlatTree, node: number, wanted: Child): boolean {
  const end = nextOf(flat, node);
  for (let child = node + 1; child < end; child = nextOf(flat, child)) if (isChild(flat, child, wanted)) return true;
  return false;
}

export function isChild(flat: FlatTree, node: number, { field, kinds }: Child): boolean {
  return kinds ? kinds[kindOf(flat, node)] === 1 : fieldOf(flat, node) === field;
}

/** The one child that is wanted; -1 if there is none or several. */
export function onlyChild(flat: FlatTree, node: number, wanted: Child): number {
  let found = -1;
  const end = nextOf(flat, node);
  for (let child = node + 1; child < end; child = nextOf(flat, child)) {
    if (!isChild(flat, child, wanted)) continue;
    if (found >= 0) return -1;
    found = child;
  }
  return found;
}
