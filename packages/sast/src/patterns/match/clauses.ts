/**
 * Elixir's definitions, which are calls: `def f(x) when g do … end`, `def f, do: x`. Several for one name and number of
 * parameters are clauses of one function.
 */
import { Kind, Role } from '../../languages/kinds.ts';
import { children, kindOf, nameOf, NONE, parentOf, part, parts, type Tree } from '../../tree/tree.ts';
import { inOrder } from './lists.ts';
import type { Run, Then } from './run.ts';
import { Statements } from './sequences.ts';
import { statementsIn } from './statements.ts';

/** Shape: nodes; -1 for what is not there. */
interface Clause {
  /** `def`, `defp`, … */
  readonly word: string;
  readonly name: number;
  readonly params: readonly number[];
  readonly guard: number;
  readonly body: readonly number[];
}

const words = new Set(['def', 'defp', 'defmacro', 'defmacrop']);

export function isClause(tree: Tree, node: number): boolean {
  return tree.table.name === 'elixir' && clauseOf(tree, node) !== undefined;
}

/** A function of the pattern is one of the code, public or not; it is found at its first clause that matches. */
export function matchClause(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.facts;
  const wanted = clauseOf(run.pattern.tree, p);
  const found = clauseOf(tree, c);
  if (!wanted || !found) return false;
  const earlier = clausesBefore(tree, c, found);
  if (earlier.some((it) => sameClause(run, wanted, it, () => true))) return false;
  return sameClause(run, wanted, found, then);
}

function sameClause(run: Run, wanted: Clause, found: Clause, then: Then): boolean {
  // What a pattern does not call private may be.
  if (found.word !== wanted.word && found.word !== `${wanted.word}p`) return false;
  return run.node(run, wanted.name, found.name, () =>
    inOrder(run, wanted.params, found.params, {
      then: () => sameGuard(run, wanted, found, () => sameBody(run, wanted, found, then)),
    }),
  );
}

function sameGuard(run: Run, wanted: Clause, found: Clause, then: Then): boolean {
  if (wanted.guard === NONE) return then();
  return found.guard !== NONE && run.node(run, wanted.guard, found.guard, then);
}

function sameBody(run: Run, wanted: Clause, found: Clause, then: Then): boolean {
  if (wanted.body.length === 0) return then();
  const [ps, cs] = [statementsIn(run.pattern.tree, wanted.body), statementsIn(run.facts.tree, found.body)];
  return new Statements(run, ps, cs).match(0, then, false);
}

function clauseOf(tree: Tree, node: number): Clause | undefined {
  if (kindOf(tree, node) !== Kind.Call) return undefined;
  const callee = part(tree, node, Role.callee);
  if (kindOf(tree, callee) !== Kind.Name || !words.has(nameOf(tree, callee))) return undefined;
  const [first, ...more] = parts(tree, node, Role.arg);
  if (first === undefined) return undefined;
  const guarded = kindOf(tree, first) === Kind.Binary && nameOf(tree, first) === 'when';
  const head = guarded ? part(tree, first, Role.left) : first;
  const isCall = kindOf(tree, head) === Kind.Call;
  const name = isCall ? part(tree, head, Role.callee) : head;
  if (name === NONE) return undefined;
  return {
    word: nameOf(tree, callee),
    name,
    params: isCall ? parts(tree, head, Role.arg) : [],
    guard: guarded ? part(tree, first, Role.right) : NONE,
    body: bodyOf(tree, node, more),
  };
}

/** Behind `do`, or behind `do:`. */
function bodyOf(tree: Tree, node: number, args: readonly number[]): readonly number[] {
  const block = part(tree, node, Role.block);
  if (block !== NONE) return parts(tree, block, Role.body);
  const pair = args.find(
    (it) => kindOf(tree, it) === Kind.Pair && /^do:\s*$/.test(nameOf(tree, part(tree, it, Role.key))),
  );
  return pair === undefined ? [] : parts(tree, pair, Role.value);
}

/** The clauses of the same function that stand before this one. */
function clausesBefore(tree: Tree, node: number, { name, params }: Clause): Clause[] {
  const siblings = children(tree, parentOf(tree, node));
  const found: Clause[] = [];
  for (let i = siblings.indexOf(node) - 1; i >= 0; i--) {
    const clause = clauseOf(tree, siblings[i]!);
    if (!clause || tree.symbol[clause.name] !== tree.symbol[name] || clause.params.length !== params.length) break;
    found.push(clause);
  }
  return found;
}
