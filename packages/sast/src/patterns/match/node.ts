/**
 * Matches a node of a pattern with one of the code. Both were lowered by the same tables, so that most nodes are
 * compared by kind, operator and, role by role, their parts. What stands beside that are the meanings patterns have:
 * placeholders, names, literals by value, definitions that are assignments, code that says more than the pattern.
 *
 * It goes on by continuations, so that a later failure asks for another way; it recurses over the depth of the pattern.
 */
import { Kind, Role } from '../../languages/kinds.ts';
import { kindOf, nextOf, NONE, parentOf, part, roleOf, type Tree } from '../../tree/tree.ts';
import { deepPart, Op } from '../compile/pattern.ts';
import { isPart, isPiece, isQuoted, symbolName } from '../../tree/literals.ts';
import { matchString, matchValue } from './literals.ts';
import { isPointer, typeOf, typeText } from './types.ts';
import { matchImport } from './imports.ts';
import { matchBlock, structural } from './structure.ts';
import { matchName, matchType, matchRegex, matchMember, matchBinary, matchPair, matchList } from './expressions.ts';
import { matchCall, matchSymbol } from './calls.ts';
import { matchDefinition, matchFunction, matchLambda, matchDecorator } from './definitions.ts';
import { isOtherCommand } from './shell.ts';
import { isProperty } from './statements.ts';
import type { MatchNode, Run, Then } from './run.ts';

export const matchNode: MatchNode = (run, p, c, then) => {
  if (!run.spend() || isOtherCommand(run, p, c)) return false;
  const { ops, names } = run.pattern;
  switch (ops[p]) {
    case Op.ellipsis:
      return then();
    case Op.metavariable:
      if (kindOf(run.pattern.tree, p) === Kind.Symbol) return bindSymbol(run, names[p]!, c, then);
      if (isOtherPart(run, p, c)) return false;
      return metavariable(run, p, c, then) || seenThrough(run, p, c, then);
    case Op.sequence:
      return run.bindStretch(names[p]!, [c], 0, then);
    case Op.deep:
      return deep(run, deepPart(run.pattern.tree, p), c, then);
    default:
      return !isOtherPart(run, p, c) && (plain(run, p, c, then) || seenThrough(run, p, c, then));
  }
};

/** `:$X` is any symbol, and says the same as a name. */
function bindSymbol(run: Run, name: string, c: number, then: Then): boolean {
  const { tree } = run.facts;
  return kindOf(tree, c) === Kind.Symbol && run.bindText(name, symbolName(tree, c), c, then);
}

/** In a text with code in it, `#{$X}` stands for code and not for a piece of the text. */
function isOtherPart({ pattern, facts }: Run, p: number, c: number): boolean {
  if (kindOf(facts.tree, c) !== Kind.Str || !isPiece(facts.tree, c)) return false;
  return isPart(pattern.tree, p) && (kindOf(pattern.tree, p) !== Kind.Str || isQuoted(pattern.tree, p));
}

function metavariable(run: Run, p: number, c: number, then: Then): boolean {
  const name = run.pattern.names[p]!;
  const { tree } = run.facts;
  const kind = kindOf(tree, c);
  if (kind === Kind.Keyword || (kind === Kind.Type && isMadeType(run, p, c))) return false;
  if (kind === Kind.Param && part(tree, c, Role.name) !== NONE) {
    return metavariable(run, p, part(tree, c, Role.name), then);
  }
  const type = run.pattern.types.get(name);
  if (type === undefined) return run.bindNode(name, c, then);
  if (/\*\s*$/.test(type) && isPointer(run.facts.tree, c)) return run.bindNode(name, c, then);
  const found = typeOf(run.facts, c);
  return found !== undefined && typeText(run, { wanted: type, found, c }, () => run.bindNode(name, c, then));
}

/** The type that `make` of Go is told is no value. */
function isMadeType({ pattern, facts }: Run, p: number, c: number): boolean {
  return pattern.dialect.name === 'go' && kindOf(pattern.tree, p) === Kind.Name && roleOf(facts.tree, c) === Role.arg;
}

/** Any expression inside of this one, itself included. */
function deep(run: Run, p: number, c: number, then: Then): boolean {
  return p !== NONE && deepIn(run, { p, c, depth: 0 }, then);
}

interface Depth {
  readonly p: number;
  readonly c: number;
  /** Variables that were followed on the way. */
  readonly depth: number;
}

function deepIn(run: Run, { p, c, depth }: Depth, then: Then): boolean {
  const end = run.options.go_deeper_expr ? nextOf(run.facts.tree, c) : c + 1;
  for (let node = c; node < end; node++) {
    if (node > c && isPassedOver(run.facts.tree, node)) {
      node = nextOf(run.facts.tree, node) - 1;
      continue;
    }
    if (matchNode(run, p, node, then)) return true;
    const value = run.options.symbolic_propagation && depth < 3 ? valueOf(run, node) : NONE;
    if (value !== NONE && deepIn(run, { p, c: value, depth: depth + 1 }, then)) return true;
  }
  return false;
}

/** Languages whose functions can be an expression, and are looked into as such. */
const expressionLambdas = new Set(['java', 'csharp', 'python', 'scala', 'rust', 'dart', 'swift']);

/** What is no part of the expression that it stands in: the body of a function, the name of a member or of a key. */
function isPassedOver(tree: Tree, node: number): boolean {
  const parent = parentOf(tree, node);
  const kind = kindOf(tree, parent);
  if (roleOf(tree, node) !== Role.body) return isProperty(tree, node);
  if (kind === Kind.ClassDef || kind === Kind.FuncDef) return true;
  return kind === Kind.Lambda && (kindOf(tree, node) === Kind.Block || !expressionLambdas.has(tree.table.name));
}

/** What a variable was given; -1 for other nodes. */
function valueOf(run: Run, node: number): number {
  return kindOf(run.facts.tree, node) === Kind.Name ? run.facts.valueOf(node) : NONE;
}

/** What stands for a value without being it: a cast, a variable with one value. */
function seenThrough(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.facts;
  const kind = kindOf(tree, c);
  if (kind === Kind.Unary && tree.table.name === 'yaml') return aliased(run, p, c, then);
  const isAny = run.pattern.ops[p] === Op.metavariable;
  const isFree = isAny && !run.bindings.has(run.pattern.names[p]!);
  if (kind === Kind.Cast && kindOf(run.pattern.tree, p) !== Kind.Cast && !isFree) {
    const value = part(tree, c, Role.value);
    return value !== NONE && matchNode(run, p, value, then);
  }
  if (kind !== Kind.Name || !run.options.symbolic_propagation) return false;
  const value = run.facts.valueOf(c);
  return value !== NONE && matchNode(run, p, value, then);
}

/** `*x` of YAML is what stands at `&x`. */
function aliased(run: Run, p: number, c: number, then: Then): boolean {
  const value = run.facts.anchored(part(run.facts.tree, c, Role.value));
  return value !== NONE && matchNode(run, p, value, then);
}

/** What matches a pattern's node of a kind; others are compared part by part. */
const byKind: ReadonlyMap<number, MatchNode> = new Map<number, MatchNode>([
  [Kind.Str, matchString],
  [Kind.Template, matchTemplate],
  [Kind.Num, matchValue],
  [Kind.Bool, matchValue],
  [Kind.Null, matchValue],
  [Kind.Name, matchName],
  [Kind.Symbol, matchSymbol],
  [Kind.Call, matchCall],
  [Kind.Type, matchType],
  [Kind.Regex, matchRegex],
  [Kind.Member, matchMember],
  [Kind.Binary, matchBinary],
  [Kind.Assign, matchDefinition],
  [Kind.VarDef, matchDefinition],
  [Kind.FieldDef, matchDefinition],
  [Kind.FuncDef, matchFunction],
  [Kind.Lambda, matchLambda],
  [Kind.Import, matchImport],
  [Kind.Block, matchBlock],
  [Kind.Pair, matchPair],
  [Kind.Decorator, matchDecorator],
  [Kind.Array, matchList],
  [Kind.Set, matchList],
  [Kind.Return, matchReturn],
]);

/** `return $X` is also the last expression of a function, where that is what it returns. */
function matchReturn(run: Run, p: number, c: number, then: Then): boolean {
  if (kindOf(run.facts.tree, c) === Kind.Return) return structural(run, { p, c }, then);
  if (!run.options.implicit_return || !run.facts.results.has(c)) return false;
  const value = part(run.pattern.tree, p, Role.value);
  return value !== NONE && matchNode(run, value, c, then);
}

/** A text with code in it is no text that is only written in several pieces. */
function matchTemplate(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.facts;
  if (kindOf(tree, c) === Kind.Template && hasCode(run.pattern.tree, p) && !hasCode(tree, c)) return false;
  return structural(run, { p, c }, then);
}

/** Whether anything but texts is in it. */
function hasCode(tree: Tree, template: number): boolean {
  for (let node = template + 1; node < nextOf(tree, template); node++) {
    if (kindOf(tree, node) !== Kind.Str && kindOf(tree, node) !== Kind.Template) return true;
  }
  return false;
}

function plain(run: Run, p: number, c: number, then: Then): boolean {
  const match = byKind.get(kindOf(run.pattern.tree, p));
  return match ? match(run, p, c, then) : structural(run, { p, c }, then);
}
