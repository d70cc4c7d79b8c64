import { Kind, Role } from '../../languages/kinds.ts';
import { endOf, kindOf, nameOf, nextOf, NONE, part, startOf, type Tree } from '../../tree/tree.ts';
import { Op } from '../compile/pattern.ts';
import type { Run, Then } from './run.ts';

/** How the elements of one list are compared. */
export interface ListStyle {
  /** What is left over does not matter. */
  readonly open?: boolean;
  /** How one element matches; by default as nodes do. */
  readonly element?: Run['node'];
  /** The list is flattened: what is inside an element stands behind it. */
  readonly nested?: boolean;
}

/** Told where the matched stretch of the code ends, and where it ends without what a last `...` took. */
export type ThenEnd = (end: number, least?: number) => boolean;

/** Whether the node is `...`, or text that says so where the grammar has no room for one. */
export function isEllipsis(run: Run, node: number): boolean {
  const { ops, tree } = run.pattern;
  return ops[node] === Op.ellipsis || (kindOf(tree, node) === Kind.Text && nameOf(tree, node).trim() === '...');
}

function isSequence(run: Run, node: number): boolean {
  return run.pattern.ops[node] === Op.sequence;
}

/** Elements in order; `...` and `$...X` take any number of them. */
export function inOrder(
  run: Run,
  ps: readonly number[],
  cs: readonly number[],
  style: ListStyle & { then: ThenEnd },
): boolean {
  const { tree } = run.facts;
  const element = style.element ?? run.node;
  const step = (i: number, j: number, end: number): boolean => {
    if (!run.spend()) return false;
    if (i === ps.length) return (j >= cs.length || style.open === true) && style.then(end);
    const p = ps[i]!;
    if (isEllipsis(run, p)) return skip(i, j, end);
    if (isSequence(run, p)) return take(i, j, end);
    if (j >= cs.length) return false;
    const c = cs[j]!;
    const after = style.nested && i + 1 < ps.length && !isEllipsis(run, ps[i + 1]!) ? behind(j) : j + 1;
    return element(run, p, c, () => step(i + 1, after, Math.max(end, endOf(tree, c))));
  };
  /** The index of the first element that is not inside this one. */
  const behind = (j: number): number => {
    let next = j + 1;
    while (next < cs.length && cs[next]! < nextOf(tree, cs[j]!)) next++;
    return next;
  };
  /** Whether what follows takes one element each: it is the end of the list. */
  const isExact = (from: number): boolean => {
    if (style.open === true || style.nested === true) return false;
    for (let i = from; i < ps.length; i++) if (isEllipsis(run, ps[i]!) || isSequence(run, ps[i]!)) return false;
    return true;
  };
  const skip = (i: number, j: number, end: number): boolean => {
    if (i === ps.length - 1) return style.then(lastEnd(tree, cs, j, end), end);
    const last = cs.length - (ps.length - i - 1);
    if (isExact(i + 1)) return last >= j && step(i + 1, last, end);
    for (let k = j; k <= cs.length; k++) if (step(i + 1, k, end)) return true;
    return false;
  };
  const take = (i: number, j: number, end: number): boolean => {
    const name = run.pattern.names[ps[i]!]!;
    const at = j > 0 ? endOf(tree, cs[j - 1]!) : j < cs.length ? startOf(tree, cs[j]!) : end;
    for (let k = i === ps.length - 1 && !style.open ? cs.length : j; k <= cs.length; k++) {
      const taken = cs.slice(j, k);
      const reached = taken.length > 0 ? Math.max(end, endOf(tree, taken.at(-1)!)) : end;
      if (run.bindStretch(name, taken, at, () => step(i + 1, k, reached))) return true;
    }
    return false;
  };
  return step(0, 0, 0);
}

function lastEnd(tree: Tree, nodes: readonly number[], from: number, end: number): number {
  let last = end;
  for (let i = from; i < nodes.length; i++) last = Math.max(last, endOf(tree, nodes[i]!));
  return last;
}

/** Every element of the pattern has one of its own in the code. Others may be left over if the list is open. */
export function inAnyOrder(
  run: Run,
  ps: readonly number[],
  cs: readonly number[],
  style: ListStyle & { then: Then },
): boolean {
  const { then, element = run.node } = style;
  const wanted = ps.filter((it) => !isEllipsis(run, it) && !isSequence(run, it));
  const open = style.open === true || wanted.length < ps.length;
  if (wanted.length > cs.length || (!open && wanted.length < cs.length)) return false;
  const rest = ps.find((it) => isSequence(run, it));
  const used = new Set<number>();
  const step = (i: number): boolean => {
    if (!run.spend()) return false;
    if (i === wanted.length) {
      if (rest === undefined) return then();
      return run.bindStretch(
        run.pattern.names[rest]!,
        cs.filter((it) => !used.has(it)),
        0,
        then,
      );
    }
    for (const c of cs) {
      if (used.has(c)) continue;
      used.add(c);
      const ended = element(run, wanted[i]!, c, () => step(i + 1));
      used.delete(c);
      if (ended) return true;
    }
    return false;
  };
  return step(0);
}

/** Arguments: those with a name in any order, the others in theirs. `...` takes what is left of both. */
export function asArguments(run: Run, ps: readonly number[], cs: readonly number[], then: Then): boolean {
  const isKeyword = (tree: Run['facts']['tree'], node: number): boolean =>
    kindOf(tree, node) === Kind.Keyword || (tree.table.bareCalls === true && kindOf(tree, node) === Kind.Pair);
  const named = ps.filter((it) => isKeyword(run.pattern.tree, it) && run.pattern.ops[it] === Op.plain);
  if (named.length === 0) return inOrder(run, ps, cs, { then });
  const given = cs.filter((it) => isKeyword(run.facts.tree, it));
  const open = ps.some((it) => isEllipsis(run, it) || isSequence(run, it));
  const places = ps.filter((it) => !named.includes(it));
  const positional = cs.filter((it) => !given.includes(it));
  return inAnyOrder(run, named, given, { open, then: () => inOrder(run, places, positional, { then }) });
}

/** The operands of a chain of one operator, from left to right: `a + b + c`. */
export function operands(tree: Run['facts']['tree'], node: number, operator: number): number[] {
  const found: number[] = [];
  const pending = [node];
  while (pending.length > 0) {
    const at = pending.pop()!;
    if (kindOf(tree, at) === Kind.Binary && tree.symbol[at] === operator) {
      const right = part(tree, at, Role.right);
      const left = part(tree, at, Role.left);
      if (right !== NONE) pending.push(right);
      if (left !== NONE) pending.push(left);
    } else found.push(at);
  }
  return found;
}
