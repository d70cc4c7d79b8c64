/**
 * All places of one file where a pattern matches. The file's nodes are indexed by kind, and calls by the last name of
 * what is called, so that a pattern looks at those nodes only that it could match.
 */
import { Kind, Role } from '../../languages/kinds.ts';
import { endOf, kindOf, nameOf, NONE, parentOf, part, parts, roleOf, startOf, type Tree } from '../../tree/tree.ts';
import { Op, type Pattern } from '../compile/pattern.ts';
import type { RuleOptions } from '../rule/options.ts';
import type { Bindings } from './bindings.ts';
import { boundKey, Distinct } from './distinct.ts';
import type { Facts } from './facts.ts';
import { isClause } from './clauses.ts';
import { isEllipsis } from './lists.ts';
import { isPassed, isShell } from './shell.ts';
import { lastOf } from './spelling.ts';
import { matchNode } from './node.ts';
import { holders, matchStatement, Statements } from './sequences.ts';
import { type Guards, maxSteps, Run } from './run.ts';
import { blockWord, isBlock, isProperty, isStatement } from './statements.ts';

/** Units: `start` and `end` are indices into the text. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly bindings: Bindings;
  /** Where it ends without what its last `...` took; undefined for a match that has no such. */
  readonly least?: number;
  /** It is no value, but the name of a member or key: of interest to who asks for this name alone. */
  readonly named?: true;
}

export interface Found {
  readonly matches: readonly Match[];
  /** The pattern had its share of work before it was done. */
  readonly cut: boolean;
  /** Steps that were taken. */
  readonly work: number;
}

const maxMatches = 20_000;

/** Where to look. */
export interface Search {
  readonly within?: (start: number, end: number) => boolean;
  readonly guards?: Guards | undefined;
  /** Variables count as what they were given, if the rule follows values: for a text that is one variable. */
  readonly values?: boolean;
}

export function findMatches(
  pattern: Pattern,
  facts: Facts,
  options: RuleOptions,
  { within, guards, values = false }: Search = {},
): Found {
  const run = new Run(pattern, facts, options, { node: matchNode, guards });
  const collector = new Collector(run);
  if (isAnyStatement(run)) {
    for (const node of statementsOf(facts)) collector.add(startIn(facts.tree, node), endOf(facts.tree, node));
  } else if (pattern.roots.length > 1 || isEllipsis(run, pattern.roots[0]!) || isSequenceRoot(pattern))
    sequences(run, collector);
  else single(run, collector, { ...(within && { within }), values });
  return {
    matches: collector.matches,
    work: run.steps,
    cut: run.steps > maxSteps || collector.matches.length >= maxMatches,
  };
}

/** A pattern of one node, at every place where it can begin. */
function single(run: Run, collector: Collector, { within, values = false }: Search): void {
  const { tree } = run.facts;
  const root = run.pattern.roots[0]!;
  const ended = isEndedExpression(run, root);
  for (const node of candidates(run, root, values)) {
    const place = ended ? holderOf(tree, node) : node;
    if (place === NONE || !isPlace(run, node)) continue;
    if (within && !within(startOf(tree, place), endOf(tree, place))) continue;
    const named = values && kindOf(tree, node) === Kind.Name && isProperty(tree, node);
    matchNode(run, root, node, () => collector.add(startOfMatch(run, place), endOf(tree, place), undefined, named));
  }
}

/** `f();` is a statement: what it is found in is one, too. */
function isEndedExpression({ pattern, options }: Run, root: number): boolean {
  const endsStatements = pattern.dialect.ellipsis.statement?.endsWith(';') === true;
  if (!pattern.ended || !endsStatements || !options.implicit_deep_exprstmt) return false;
  return pattern.ops[root] === Op.plain && isExpression.has(kindOf(pattern.tree, root));
}

/** The statement, or the definition in the head of one, that an expression stands in; -1 if that is no such statement. */
function holderOf(tree: Tree, node: number): number {
  for (let at = node; at > 0; at = parentOf(tree, at)) {
    const isDefinition = kindOf(tree, at) === Kind.VarDef || kindOf(tree, at) === Kind.FieldDef;
    if (isStatement(tree, at) || isDefinition) return at === node || holders.has(kindOf(tree, at)) ? at : NONE;
  }
  return NONE;
}

/** In C and C++ a lone `...` is a statement, and so every one. */
function isAnyStatement(run: Run): boolean {
  const { roots, dialect } = run.pattern;
  return roots.length === 1 && isEllipsis(run, roots[0]!) && /^c(?:pp)?$/.test(dialect.name);
}

/** Whether the pattern may begin here at all. */
function isPlace({ pattern, facts, options }: Run, node: number): boolean {
  if (isPassed(facts.tree, node)) return false;
  if (pattern.item && roleOf(facts.tree, node) !== Role.elem) return false;
  // `with f() as x` gives x a value, but is no assignment.
  if (kindOf(facts.tree, node) === Kind.Assign && kindOf(facts.tree, parentOf(facts.tree, node)) === Kind.With)
    return false;
  return options.attr_expr || kindOf(facts.tree, facts.tree.parent[node]!) !== Kind.Decorator;
}

/** A `finally` alone begins where it stands in its `try`. */
function startOfMatch({ pattern, facts }: Run, node: number): number {
  const clause =
    pattern.partial && /^finally\b/.test(pattern.text.trim()) ? part(facts.tree, node, Role.finally) : NONE;
  return clause === NONE
    ? startIn(facts.tree, node)
    : facts.tree.text.lastIndexOf('finally', startOf(facts.tree, clause));
}

/** Blocks of Rust begin with their word. Go's imports may be in brackets: they begin with the word all the same. A block of Terraform begins with its brace. */
function startIn(tree: Tree, node: number): number {
  const start = startOf(tree, node);
  if (tree.table.name === 'hcl' && roleOf(tree, node) === Role.block)
    return Math.max(0, tree.text.lastIndexOf('{', start));
  if (tree.table.name === 'rust') return blockWord(tree, node)?.start ?? start;
  if (tree.table.name !== 'go' || kindOf(tree, node) !== Kind.Import) return start;
  return Math.max(0, tree.text.lastIndexOf('import', start));
}

function isSequenceRoot(pattern: Pattern): boolean {
  return pattern.ops[pattern.roots[0]!] === Op.sequence;
}

class Collector {
  readonly matches: Match[] = [];
  readonly #seen = new Distinct(keyOf);
  readonly #run: Run;

  constructor(run: Run) {
    this.#run = run;
  }

  /** Never ends the search: every way counts. Equal ones count once. */
  add(start: number, end: number, least = end, named = false): boolean {
    const bindings = new Map(this.#run.bindings);
    const match: Match = { start, end, bindings, ...(least < end && { least }), ...(named && { named }) };
    if (this.#seen.isNew(match)) this.matches.push(match);
    return this.matches.length >= maxMatches;
  }
}

function keyOf({ bindings }: Match): string {
  let key = '';
  for (const [name, bound] of bindings) key += boundKey(name, bound);
  return key;
}

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

function candidates(run: Run, root: number, values: boolean): Iterable<number> {
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

const isExpression = new Set<number>([Kind.Call, Kind.New, Kind.Member, Kind.Index, Kind.Binary]);
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
function* statementsOf({ tree }: Facts): Generator<number> {
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

/** Sequences begin at every statement, with a leading `...` at the first one only. */
function sequences(run: Run, collector: Collector): void {
  const { pattern, facts } = run;
  const [first] = pattern.roots;
  const leading = isEllipsis(run, first!) || isSequenceRoot(pattern);
  for (const list of lists(run)) {
    const code = new Statements(run, pattern.roots, list);
    for (let i = 0; i < (leading ? Math.min(1, list.length) : list.length); i++) {
      if (!leading && !matchStatement(run, first!, list[i]!, () => true)) continue;
      const start = startIn(facts.tree, list[i]!);
      code.match(i, (end, least) => collector.add(start, Math.max(end, start), least));
    }
  }
}

/** The lists of neighbours that a sequence can be part of. */
function* lists(run: Run): Generator<readonly number[]> {
  const { facts } = run;
  yield* facts.statementLists;
  for (const kind of dataKinds(run)) for (const node of facts.nodesOf(kind)) yield parts(facts.tree, node, Role.elem);
  if (facts.tree.table.initializers)
    for (const node of facts.nodesOf(Kind.New)) yield parts(facts.tree, node, Role.arg);
}

/** Elsewhere neighbours are statements, and what stands beside each other in brackets is one value. */
function isData({ name }: Pattern['dialect']): boolean {
  return name === 'yaml' || name === 'json' || name === 'terraform';
}

/** Kinds of data whose elements the pattern's sequence can be. */
function dataKinds({ pattern }: Run): ReadonlySet<number> {
  const kinds = new Set(pattern.roots.map((it) => kindOf(pattern.tree, it)));
  const found = new Set<number>(isData(pattern.dialect) ? [Kind.Array] : []);
  if (kinds.has(Kind.Pair) || pattern.dialect.name === 'yaml') found.add(Kind.Dict);
  if (kinds.has(Kind.XmlAttr)) found.add(Kind.Xml);
  return found;
}
