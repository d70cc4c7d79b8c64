import { Kind, Role } from '../../languages/kinds.ts';
import { symbolName } from '../../tree/literals.ts';
import { kindOf, NONE, parentOf, part, parts, roleOf } from '../../tree/tree.ts';
import { isWordList, matchWords } from './commands.ts';
import { anyLink } from './expressions.ts';
import { isEllipsis } from './lists.ts';
import { isNameKind, sameName } from './names.ts';
import { structural } from './structure.ts';
import type { Run, Then } from './run.ts';

/** A call of the pattern: also the link of a chain that stands for any number of them, or a name that is a call. */
export function matchCall(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const callee = part(tree, p, Role.callee);
  if (callee === NONE) return structural(run, { p, c }, then);
  if (isWordList(run, p)) return matchWords(run, p, c, then);
  const link = kindOf(tree, callee) === Kind.Member ? part(tree, callee, Role.name) : NONE;
  const object = link === NONE ? NONE : part(tree, callee, Role.object);
  if (object !== NONE && isEllipsis(run, link) && part(tree, p, Role.arg) === NONE)
    return anyLink(run, object, c, then);
  if (isBareDecorator(run, c)) return takesNothing(run, p) && run.node(run, callee, c, then);
  if (kindOf(run.facts.tree, c) !== Kind.Name) return structural(run, { p, c }, then);
  return isBareCall(run, c) && takesNothing(run, p) && sameName(run, callee, c) && then();
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
