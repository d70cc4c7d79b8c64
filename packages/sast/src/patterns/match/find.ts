/** All places of one file where a pattern matches. */
import { Kind, Role } from '../../languages/kinds.ts';
import { endOf, kindOf, NONE, parentOf, part, parts, roleOf, startOf, type Tree } from '../../tree/tree.ts';
import { Op, type Pattern } from '../compile/pattern.ts';
import type { RuleOptions } from '../rule/options.ts';
import type { Bindings } from './bindings.ts';
import { candidates, isExpression, statementsOf } from './candidates.ts';
import { boundKey, Distinct } from './distinct.ts';
import type { Facts } from './facts.ts';
import { isEllipsis } from './lists.ts';
import { isPassed } from './shell.ts';
import { matchNode } from './node.ts';
import { holders, matchStatement, Statements } from './sequences.ts';
import { type Guards, maxSteps, Run } from './run.ts';
import { blockWord, isProperty, isStatement } from './statements.ts';

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
