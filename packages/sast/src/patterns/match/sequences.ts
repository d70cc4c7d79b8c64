import { Kind, Role } from '../../languages/kinds.ts';
import { kindOf, nextOf, part } from '../../tree/tree.ts';
import { Op } from '../compile/pattern.ts';
import { inOrder, isEllipsis, type ThenEnd } from './lists.ts';
import { isShell } from './shell.ts';
import { flattened, isStatement } from './statements.ts';
import type { Run, Then } from './run.ts';

/** A list of statements, to be matched from one of them on. With a `...` in the pattern it goes on inside of others. */
export class Statements {
  readonly #run: Run;
  readonly #ps: readonly number[];
  readonly #cs: readonly number[];
  readonly #goesDeeper: boolean;
  #list: readonly number[] | undefined;

  constructor(run: Run, ps: readonly number[], cs: readonly number[]) {
    this.#run = run;
    this.#ps = ps;
    this.#cs = cs;
    const open = ps.some((it) => isEllipsis(run, it) || run.pattern.ops[it] === Op.sequence);
    this.#goesDeeper = run.options.go_deeper_stmt && open;
  }

  /** What is behind the last statement of the pattern does not matter, if the list is `open`. */
  match(from: number, then: ThenEnd, open = true): boolean {
    this.#list ??= this.#goesDeeper ? flattened(this.#run.facts.tree, this.#cs) : this.#cs;
    const at = from === 0 ? 0 : this.#list.indexOf(this.#cs[from]!);
    const list = at === 0 ? this.#list : this.#list.slice(at);
    return inOrder(this.#run, this.#ps, list, { open, then, element: matchStatement, nested: this.#goesDeeper });
  }
}

/** Expressions: as a statement of the pattern, they are found inside of other statements' expressions, too. */
const expressions = new Set<number>([
  Kind.Template,
  Kind.Array,
  Kind.Dict,
  Kind.Tuple,
  Kind.Lambda,
  Kind.Cast,
  Kind.Xml,
  Kind.Num,
  Kind.Call,
  Kind.New,
  Kind.Member,
  Kind.Index,
  Kind.Await,
  Kind.Binary,
  Kind.Unary,
  Kind.Name,
  Kind.Str,
  Kind.Yield,
  Kind.Cond,
  Kind.Update,
]);

/** Statements inside of whose expressions others are found. */
export const holders: ReadonlySet<number> = new Set<number>([
  ...expressions,
  Kind.Assign,
  Kind.AugAssign,
  Kind.VarDef,
  Kind.FieldDef,
  Kind.Return,
  Kind.Throw,
  Kind.Seq,
  Kind.Tuple,
  Kind.Cast,
  Kind.Assert,
  Kind.Delete,
  Kind.Echo,
]);

/** One statement of a list. */
export function matchStatement(run: Run, p: number, c: number, then: Then): boolean {
  if (run.node(run, p, c, then)) return true;
  const code = run.facts.tree;
  if (isShell(code) && kindOf(code, c) === Kind.With && matchStatement(run, p, part(code, c, Role.body), then))
    return true;
  const { tree, ops } = run.pattern;
  if (ops[p] !== Op.plain) return false;
  return expressions.has(kindOf(tree, p)) && matchInside(run, p, c, then);
}

/** An expression inside of a statement, but not inside of the statements that this one holds. */
function matchInside(run: Run, p: number, c: number, then: Then): boolean {
  const code = run.facts.tree;
  if (!run.options.implicit_deep_exprstmt || !holders.has(kindOf(code, c))) return false;
  for (let node = c + 1; node < nextOf(code, c); node++) {
    if (isStatement(code, node)) node = nextOf(code, node) - 1;
    else if (run.node(run, p, node, then)) return true;
  }
  return false;
}
