import { Flag, Kind, Role } from '../../languages/kinds.ts';
import { symbolName } from '../../tree/literals.ts';
import {
  endOf,
  flagsOf,
  hasFlag,
  kindOf,
  nameOf,
  NONE,
  parentOf,
  part,
  parts,
  roleOf,
  sourceOf,
  startOf,
  type Tree,
} from '../../tree/tree.ts';
import { isClause, matchClause } from './clauses.ts';
import { isWordList, matchWords } from './commands.ts';
import { Op } from '../compile/pattern.ts';
import { anyLink } from './expressions.ts';
import { asArguments, isEllipsis } from './lists.ts';
import { isNameKind, sameName } from './names.ts';
import { structural } from './structure.ts';
import type { Run, Then } from './run.ts';

/** A call of the pattern: also the link of a chain that stands for any number of them, or a name that is a call. */
export function matchCall(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const callee = part(tree, p, Role.callee);
  if (callee === NONE) return structural(run, { p, c }, then);
  if (isClause(tree, p)) return matchClause(run, p, c, then);
  if (isWordList(run, p)) return matchWords(run, p, c, then);
  if (isTagged(run.facts.tree, c) !== isTagged(tree, p)) return false;
  const object = linkOf(run, p, callee);
  if (object !== NONE) return anyLink(run, object, c, then);
  if (isBareDecorator(run, c)) return takesNothing(run, p) && run.node(run, callee, c, then);
  switch (kindOf(run.facts.tree, c)) {
    case Kind.Include:
      return matchInclude(run, p, c, then);
    case Kind.Call:
      return matchOtherCall(run, p, c, then);
    case Kind.Name:
      return isBareCall(run, c) && takesNothing(run, p) && sameName(run, callee, c) && then();
    default:
      return structural(run, { p, c }, then);
  }
}

/** The object of a link that stands for any number of them; -1 for every other call. */
function linkOf(run: Run, p: number, callee: number): number {
  const { tree } = run.pattern;
  if (kindOf(tree, callee) !== Kind.Member || part(tree, p, Role.arg) !== NONE) return NONE;
  const name = part(tree, callee, Role.name);
  return name !== NONE && isEllipsis(run, name) ? part(tree, callee, Role.object) : NONE;
}

/** Calls that are written otherwise: functions as values, macros. */
function matchOtherCall(run: Run, p: number, c: number, then: Then): boolean {
  if (isClosure(run, c)) return matchClosure(run, p, c, then);
  const { tree, ops, names } = run.pattern;
  const code = run.facts.tree;
  if (code.table.name !== 'rust' || hasFlag(tree, p, 'computed') === hasFlag(code, c, 'computed'))
    return structural(run, { p, c }, then);
  const callee = part(tree, p, Role.callee);
  if (ops[callee] !== Op.metavariable || hasFlag(tree, p, 'computed')) return false;
  const macro = part(code, c, Role.callee);
  return run.bindText(names[callee]!, `${nameOf(code, macro)}!`, macro, () =>
    asArguments(run, parts(tree, p, Role.arg), parts(code, c, Role.arg), then),
  );
}

/** `f(...)` of PHP: the function itself as a value. */
function isClosure({ facts }: Run, c: number): boolean {
  return facts.tree.table.closures !== undefined && (flagsOf(facts.tree, c) & Flag.star) !== 0;
}

function matchClosure(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  if ((flagsOf(tree, p) & Flag.star) !== 0) return structural(run, { p, c }, then);
  if (sourceOf(tree, part(tree, p, Role.callee)) !== code.table.closures) return false;
  return asArguments(run, parts(tree, p, Role.arg), [part(code, c, Role.callee)], then);
}

/** `$F(...)` is also an `include`, which is no function. */
function matchInclude(run: Run, p: number, c: number, then: Then): boolean {
  const { tree, ops, names } = run.pattern;
  const code = run.facts.tree;
  const callee = part(tree, p, Role.callee);
  if (ops[callee] !== Op.metavariable) return false;
  const word = /^\w+/.exec(sourceOf(code, c))?.[0] ?? '';
  return run.bindText(names[callee]!, word, c, () =>
    asArguments(run, parts(tree, p, Role.arg), parts(code, c, Role.arg), then),
  );
}

/** f`...` is no f(`...`). */
function isTagged(tree: Tree, call: number): boolean {
  const arg = tree.table.keysAreFields === true && kindOf(tree, call) === Kind.Call ? part(tree, call, Role.arg) : NONE;
  return arg !== NONE && tree.text[startOf(tree, arg)] === '`' && endOf(tree, arg) === endOf(tree, call);
}

/** `@f` calls `f`. */
function isBareDecorator({ facts }: Run, c: number): boolean {
  const isName = isNameKind(facts.tree, c) || kindOf(facts.tree, c) === Kind.Member;
  return isName && kindOf(facts.tree, parentOf(facts.tree, c)) === Kind.Decorator;
}

/** Whether a name of the code calls a method: nothing gave it a value before. */
function isBareCall({ facts }: Run, c: number): boolean {
  const { tree } = facts;
  const role = roleOf(tree, c);
  const isUse = role !== Role.callee && role !== Role.name && role !== Role.param && role !== Role.left;
  return tree.table.bareCalls === true && isUse && !facts.variables.isGivenBefore(c);
}

/** Whether the call may be one without arguments. */
function takesNothing(run: Run, p: number): boolean {
  const { tree } = run.pattern;
  if (part(tree, p, Role.block) !== NONE) return false;
  return parts(tree, p, Role.arg).every((it) => isEllipsis(run, it));
}

/** Symbols are compared by what they are called. */
export function matchSymbol(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  if (kindOf(code, c) !== Kind.Symbol) return sameName(run, p, c) && then();
  return symbolName(tree, p) === symbolName(code, c) && then();
}
