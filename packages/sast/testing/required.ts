/**
 * Whether the nodes of a tree have the parts that their kinds need, and have once what there can be one of. It finds
 * faults of a table that no count of unknown nodes shows: a child under the wrong role, a field that moved.
 */
import { type KindName, kindNames, type RoleName, roleNames } from '../src/languages/kinds.ts';
import { sourceOf, type Tree } from '../src/tree/tree.ts';

const needed: { readonly [K in KindName]?: readonly RoleName[] } = {
  Call: ['callee'],
  New: ['callee'],
  Member: ['object', 'name'],
  Index: ['object'],
  Unary: ['value'],
  Binary: ['left', 'right'],
  Update: ['value'],
  Assign: ['left', 'right'],
  AugAssign: ['left', 'right'],
  Cond: ['test', 'consequence', 'alternative'],
  Await: ['value'],
  Cast: ['value'],
  Pair: ['key', 'value'],
  Keyword: ['name', 'value'],
  Default: ['target', 'value'],
  If: ['test', 'consequence'],
  While: ['test'],
  DoWhile: ['test', 'body'],
  ForEach: ['target', 'iter', 'body'],
  Switch: ['body'],
  Try: ['body'],
  Throw: ['value'],
  VarDef: ['name'],
  FuncDef: ['name', 'body'],
  Lambda: ['body'],
  ClassDef: ['name'],
  FieldDef: ['name'],
  Param: ['name'],
  Comp: ['body'],
  CompFor: ['target', 'iter'],
  Xml: ['name'],
  Decorator: ['value'],
};

const once = new Set<RoleName>(['callee', 'object', 'left', 'test', 'consequence', 'target', 'iter']);
/** These hold any number of children that play no part of their own. */
const containers = new Set<KindName>(['Module', 'Block', 'Error', 'Other', 'Package']);

/** What a node lacks (`Call - callee`), has twice (`If + test`), or has no part for (`Call ? Name`), with its text. */
export interface Fault {
  readonly fault: string;
  readonly source: string;
}

/** How many nodes were looked at, and what is wrong with them. */
export function faultsOf(tree: Tree): { checked: number; faults: Fault[] } {
  const faults: Fault[] = [];
  let checked = 0;
  for (let node = 0; node < tree.size; node++) {
    const kind = kindNames[tree.kind[node]!]!;
    if (needed[kind]) checked++;
    for (const fault of faultsAt(tree, node)) {
      faults.push({ fault: `${kind} ${fault}`, source: sourceOf(tree, node).slice(0, 60) });
    }
  }
  return { checked, faults };
}

function faultsAt(tree: Tree, node: number): string[] {
  const kind = kindNames[tree.kind[node]!]!;
  const counts = new Map<RoleName, number>();
  const unknown: string[] = [];
  for (let child = node + 1; child < tree.next[node]!; child = tree.next[child]!) {
    const role = roleNames[tree.role[child]!]!;
    counts.set(role, (counts.get(role) ?? 0) + 1);
    if (role === 'child' && !containers.has(kind)) unknown.push(`? ${kindNames[tree.kind[child]!]}`);
  }
  const lacking = (needed[kind] ?? []).filter((role) => !counts.has(role)).map((role) => `- ${role}`);
  const twice = [...counts].filter(([role, count]) => count > 1 && once.has(role) && kind !== 'Case');
  return [...lacking, ...twice.map(([role]) => `+ ${role}`), ...unknown];
}
