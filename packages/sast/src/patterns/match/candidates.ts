/**
 * Where a pattern may begin: nodes by kind, and calls by the last name of what is called, so that a pattern looks at
 * those nodes only that it could match.
 */
import { Kind, Role } from '../../languages/kinds.ts';
import { kindOf, nameOf, NONE, part, roleOf, type Tree } from '../../tree/tree.ts';
import { Op, type Pattern } from '../compile/pattern.ts';
import { isClause } from './clauses.ts';
import type { Facts } from './facts.ts';
import type { Run } from './run.ts';
import { isShell } from './shell.ts';
import { lastOf } from './spelling.ts';
import { isBlock, isProperty, isStatement } from './statements.ts';

const expressionKinds = [
  Kind.Name,
  Kind.This,
  Kind.Super,
  Kind.Num,
  Kind.Str,
  Kind.Bool,
  Kind.Null,
  Kind.Regex,
  Kind.Symbol,
  Kind.Template,
  Kind.Call,
  Kind.New,
  Kind.Member,
  Kind.Index,
  Kind.Slice,
  Kind.Unary,
  Kind.Binary,
  Kind.Update,
  Kind.Assign,
  Kind.AugAssign,
  Kind.Cond,
  Kind.Lambda,
  Kind.Array,
  Kind.Dict,
  Kind.Set,
  Kind.Tuple,
  Kind.Seq,
  Kind.Await,
  Kind.Yield,
  Kind.Cast,
  Kind.Range,
  Kind.Comp,
  Kind.Xml,
];

/** Kinds of nodes that a root of this kind can match. */
const alike: ReadonlyMap<number, readonly number[]> = new Map([
  [Kind.Name, [Kind.Name, Kind.Type, Kind.Member]],
  [Kind.Type, [Kind.Type, Kind.Name, Kind.Member]],
  [Kind.Assign, [Kind.Assign, Kind.VarDef, Kind.FieldDef]],
  [Kind.VarDef, [Kind.VarDef, Kind.FieldDef, Kind.Assign, Kind.Import]],
  [Kind.FieldDef, [Kind.FieldDef, Kind.VarDef]],
  [Kind.FuncDef, [Kind.FuncDef, Kind.Lambda, Kind.VarDef, Kind.FieldDef, Kind.Assign, Kind.Pair]],
  [Kind.Call, [Kind.Call, Kind.Include]],
  [Kind.Str, [Kind.Str, Kind.Template, Kind.Binary, Kind.Name]],
  [Kind.Regex, [Kind.Regex, Kind.Template]],
  [Kind.Num, [Kind.Num, Kind.Unary, Kind.Name]],
  [Kind.Bool, [Kind.Bool, Kind.Name]],
  [Kind.Pair, [Kind.Pair, Kind.Name]],
  [Kind.Import, [Kind.Import, Kind.VarDef, Kind.Export]],
  [Kind.For, [Kind.For, Kind.ForEach]],
  [Kind.Array, [Kind.Array, Kind.Comp]],
  [Kind.Set, [Kind.Set, Kind.Dict]],
]);

export function candidates(run: Run, root: number, values: boolean): Iterable<number> {
  const { pattern, facts } = run;
  const op = pattern.ops[root];
  if (op === Op.deep || op === Op.metavariable) return anything(run, root);
  const kind = kindOf(pattern.tree, root);
  const follows = run.options.symbolic_propagation;
  if (follows && values && isExpression.has(kind)) return [...alikeNodes(facts, kind), ...readNames(facts)];
  if (kind === Kind.Member) return memberCandidates(facts);
  const named = isCall(kind) && !follows && !isClause(pattern.tree, root);
  const name = named ? lastName(pattern, part(pattern.tree, root, Role.callee)) : undefined;
  if (name !== undefined) return namedCalls(run, kind, name);
  return nodesLike(run, kind, values);
}

/** For a metavariable that is to be a name, names of members count, too. */
function nodesLike(run: Run, kind: number, values: boolean): readonly number[] {
  const { facts } = run;
  if (isShell(facts.tree) && (literals.has(kind) || kind === Kind.Name)) return wordsIn(facts);
  if (literals.has(kind)) return literalCandidates(facts, kind);
  if (kind === Kind.Name) return values ? alikeNodes(facts, kind) : usedNames(facts);
  return kind === Kind.Return ? [...alikeNodes(facts, kind), ...resultsLike(run, kind)] : alikeNodes(facts, kind);
}

/** Names where they are used: not where they are given to a function, imported, or a part of another name. */
function usedNames(facts: Facts): readonly number[] {
  const { tree } = facts;
  const isUsed = (it: number): boolean => !isGiven(tree, it) && !isImported(tree, it) && !isProperty(tree, it);
  return facts.listed('used names', () => alikeNodes(facts, Kind.Name).filter(isUsed));
}

const givers = new Set<number>([Kind.FuncDef, Kind.Import, Kind.ImportName]);

function isGiven(tree: Tree, node: number): boolean {
  return notExpressions.has(roleOf(tree, node)) && givers.has(kindOf(tree, tree.parent[node]!));
}

function isImported(tree: Tree, node: number): boolean {
  const kind = kindOf(tree, tree.parent[node]!);
  return kind === Kind.Import || kind === Kind.ImportName;
}

const wordKinds = [Kind.Str, Kind.Name, Kind.Num, Kind.Template];

/** The words of a shell's commands. */
function wordsIn(facts: Facts): readonly number[] {
  const { tree } = facts;
  const isUse = (it: number): boolean => isRead(tree, it) && isValue(tree, it);
  return facts.listed('words', () => wordKinds.flatMap((it) => facts.nodesOf(it)).filter(isUse));
}

/** Literals, and names that may stand for one. */
function literalCandidates(facts: Facts, kind: number): readonly number[] {
  return facts.listed(`literals ${kind}`, () => {
    if (facts.tree.table.name === 'hcl') return convertible.flatMap((it) => facts.nodesOf(it));
    return alikeNodes(facts, kind).filter((it) => kindOf(facts.tree, it) !== Kind.Name || isValue(facts.tree, it));
  });
}

/** Calls of something with this name; in Ruby the name alone may be one. */
function namedCalls({ facts }: Run, kind: number, name: string): readonly number[] {
  const calls = facts.calls(kind, name);
  if (facts.tree.table.bareCalls !== true) return calls;
  return [...calls, ...facts.nodesOf(Kind.Name).filter((it) => nameOf(facts.tree, it) === name)];
}

/** `return $X` may be an expression that is returned without the word. */
function resultsLike({ facts, options }: Run, kind: number): Iterable<number> {
  return kind === Kind.Return && options.implicit_return ? facts.results : [];
}

/** What a lone metavariable, or a deep expression, can be. */
function anything({ pattern, facts }: Run, root: number): Iterable<number> {
  if (pattern.ops[root] === Op.deep)
    return facts.listed('deep', () => [...expressions(facts, {}), ...facts.nodesOf(Kind.VarDef)]);
  if (pattern.ended) return facts.listed('statements', () => [...statementsOf(facts)]);
  const [types, names] = [isType(pattern.tree, root), pattern.types.size > 0];
  return facts.listed(`anything ${types} ${names}`, () => [...expressions(facts, { types, names })]);
}

function alikeNodes(facts: Facts, kind: number): readonly number[] {
  const kinds = alike.get(kind);
  if (!kinds) return facts.nodesOf(kind);
  return facts.listed(`alike ${kind}`, () => kinds.flatMap((it) => facts.nodesOf(it)));
}

function readNames(facts: Facts): readonly number[] {
  return facts.listed('read', () => facts.nodesOf(Kind.Name).filter((it) => isValue(facts.tree, it)));
}

export const isExpression = new Set<number>([Kind.Call, Kind.New, Kind.Member, Kind.Index, Kind.Binary]);
const literals = new Set<number>([Kind.Str, Kind.Num, Kind.Bool]);
/** What a literal of Terraform can be converted from. */
const convertible = [Kind.Str, Kind.Num, Kind.Bool, Kind.Template, Kind.Member];

function isCall(kind: number): boolean {
  return kind === Kind.Call || kind === Kind.New;
}

function isType(tree: Tree, root: number): boolean {
  return kindOf(tree, root) === Kind.Type;
}

/** `m.$F` may be a bare name that was imported from `m`. */
function memberCandidates(facts: Facts): readonly number[] {
  return facts.listed('members', () => {
    const starred = facts.starImports.length > 0;
    const names = facts
      .nodesOf(Kind.Name)
      .filter(
        (it) =>
          (starred || facts.qualified(it) !== undefined) && !isGiven(facts.tree, it) && !isImported(facts.tree, it),
      );
    return [...facts.nodesOf(Kind.Member), ...names, ...facts.nodesOf(Kind.Type)];
  });
}

/** The name by which a call is found; undefined if it can be any. */
function lastName({ tree, ops }: Pattern, callee: number): string | undefined {
  if (callee === NONE || ops[callee] !== Op.plain) return undefined;
  const kind = kindOf(tree, callee);
  if (kind === Kind.Name) return /zz[ME]/.test(nameOf(tree, callee)) ? undefined : lastOf(nameOf(tree, callee));
  if (kind === Kind.Type)
    return /^[\w.]+$/.test(nameOf(tree, callee)) && !nameOf(tree, callee).startsWith('zz')
      ? nameOf(tree, callee).split('.').at(-1)
      : undefined;
  const name = kind === Kind.Member ? part(tree, callee, Role.name) : NONE;
  return name !== NONE && ops[name] === Op.plain ? nameOf(tree, name) : undefined;
}

const notExpressions = new Set<number>([Role.name, Role.alias, Role.param, Role.source]);

function* expressions(facts: Facts, also: { readonly types?: boolean; readonly names?: boolean }): Generator<number> {
  for (const kind of expressionKinds) {
    for (const node of facts.nodesOf(kind)) {
      if (kind !== Kind.Name || isMeant(facts.tree, node, also)) yield node;
    }
  }
  if (also.types) yield* facts.nodesOf(Kind.Type);
}

/** A name that is an expression, or is asked for all the same. */
function isMeant(tree: Tree, node: number, also: { readonly types?: boolean; readonly names?: boolean }): boolean {
  if (also.names === true && isDefined(tree, node)) return true;
  return isRead(tree, node) && (also.types === true || roleOf(tree, node) !== Role.type);
}

/** The name of a variable or field where it is defined. */
function isDefined(tree: Tree, node: number): boolean {
  const kind = kindOf(tree, tree.parent[node]!);
  return roleOf(tree, node) === Role.name && (kind === Kind.VarDef || kind === Kind.FieldDef);
}

/** `$S;` is a statement, not every expression. */
export function* statementsOf({ tree }: Facts): Generator<number> {
  for (let node = 1; node < tree.size; node++) if (isStatement(tree, node) && !isBlock(tree, node)) yield node;
}

/** A name that stands for a value, not one that is only given. */
function isRead(tree: Tree, node: number): boolean {
  return !notExpressions.has(roleOf(tree, node)) || kindOf(tree, tree.parent[node]!) === Kind.Keyword;
}

/** A name whose value is asked for: not one that is assigned to. */
function isValue(tree: Tree, node: number): boolean {
  const role = roleOf(tree, node);
  return isRead(tree, node) && role !== Role.left && role !== Role.target;
}
