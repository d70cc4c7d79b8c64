import { Kind, Role } from '../../languages/kinds.ts';
import { kindOf, NONE, part, sourceOf, type Tree } from '../../tree/tree.ts';
import { Op } from '../compile/pattern.ts';
import { inOrder } from './lists.ts';
import type { Run, Then } from './run.ts';

/** Parameters in order. The object that an extension method extends is none, unless the pattern names one, too. */
export function matchParameters(run: Run, ps: readonly number[], cs: readonly number[], then: Then): boolean {
  const named = ps.some((it) => isExtended(run.pattern.tree, it));
  const given = named ? cs : cs.filter((it) => !isExtended(run.facts.tree, it));
  return inOrder(run, ps, given, { element: matchParameter, then });
}

/** C#'s `this T x`. */
function isExtended(tree: Tree, node: number): boolean {
  return tree.table.name === 'csharp' && /^(?:\[[^\]]*\]\s*)?this\s/.test(sourceOf(tree, node));
}

/** `$X` is also a parameter that is a type alone. */
function matchParameter(run: Run, p: number, c: number, then: Then): boolean {
  const { tree, ops } = run.pattern;
  const isBare = kindOf(tree, p) === Kind.Param && part(tree, p, Role.value) === NONE;
  const name = isBare ? part(tree, p, Role.name) : NONE;
  const isAny = name !== NONE && ops[name] === Op.metavariable && ops[part(tree, p, Role.type)] !== Op.plain;
  return run.node(run, isAny && kindOf(run.facts.tree, c) !== Kind.Param ? name : p, c, then);
}
