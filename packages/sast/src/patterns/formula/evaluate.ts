/** Evaluates a rule's formula over one file: leaves are looked for once a file, their ranges combined as `ranges.ts` says. */
import type { GrammarName } from '../../parse/grammars.ts';
import { children, type Tree } from '../../tree/tree.ts';
import { Op, type Pattern } from '../compile/pattern.ts';
import { findGeneric, type GenericText } from '../generic/find.ts';
import type { GenericPattern } from '../generic/pattern.ts';
import { type Bindings, type Bound, merged } from '../match/bindings.ts';
import { Facts } from '../match/facts.ts';
import { findMatches, type Match } from '../match/find.ts';
import { matchesOf, type Regex, type RegexMatch } from '../regex/regex.ts';
import type { RuleOptions } from '../rule/options.ts';
import { areWhole } from '../prefilter.ts';
import { Words, type WordsSeen } from '../words.ts';
import type { Compiled } from './compiled.ts';
import type { Guards } from '../match/run.ts';
import { type ConditionContext, holds } from './conditions.ts';
import { contains, distinct, holder, intersect, type Range, without, withoutInside, withoutSame } from './ranges.ts';

/** Reads a text of a language that is inside of another one. */
export type ReadText = (text: string, grammar: GrammarName) => Tree | undefined;

/** What a sheet has from outside of its text. Units: `today` in seconds since 1970, undefined if nobody says it. */
export interface Outside {
  readonly readText: ReadText;
  readonly today?: number | undefined;
}

/** What was found in one text, shared by all rules. */
export class Sheet {
  readonly text: string;
  readonly facts: Facts | undefined;
  readonly readText: ReadText;
  readonly today: number | undefined;
  /** Parts of the rule at hand that were given up because of their work. */
  readonly cut = new Set<string>();
  /** Steps that the rule at hand has taken: those of a part that another rule has asked for before count again. */
  work = 0;
  readonly #words: WordsSeen;
  readonly #code = new Map<Pattern, Map<string, Seen>>();
  readonly #regexes = new Map<Regex, Seen>();
  readonly #generic = new Map<GenericPattern, Seen>();
  #genericText: GenericText | undefined;

  constructor(text: string, tree: Tree | undefined, { readText, today }: Outside, words = new Words().in(text)) {
    this.text = text;
    this.facts = tree && new Facts(tree);
    this.readText = readText;
    this.today = today;
    this.#words = words;
  }

  /** Another rule's turn. */
  begin(): void {
    this.work = 0;
    this.cut.clear();
  }

  /** The rule at hand has had its share of work: what it has found so far may be wrong. */
  get isSpent(): boolean {
    return this.work > maxWork;
  }

  #use({ ranges, work, cut }: Seen): readonly Range[] {
    this.work += work;
    if (cut !== undefined) this.cut.add(cut);
    return ranges;
  }

  /** Whether all words that a pattern needs stand in the text. */
  hasWords({ dialect }: Pattern, words: readonly string[]): boolean {
    const whole = areWhole(dialect);
    return words.every((it) => (whole ? this.#words.has(it) : this.#words.hasInside(it)));
  }

  code({ pattern, guards }: Leaf, options: RuleOptions, values: boolean): readonly Range[] {
    if (!this.facts || this.isSpent) return [];
    const key = `${values}${profileOf(options)}${guards?.key ?? ''}`;
    let byOptions = this.#code.get(pattern);
    if (!byOptions) this.#code.set(pattern, (byOptions = new Map()));
    const known = byOptions.get(key);
    if (known) return this.#use(known);
    const { matches, work, cut } = findMatches(pattern, this.facts, options, { values, guards });
    const seen: Seen = { ranges: matches.map(rangeOf), work, cut: cut ? pattern.text : undefined };
    byOptions.set(key, seen);
    return this.#use(seen);
  }

  /** A metavariable alone: only where the other terms have found something. */
  selected({ pattern, guards }: Leaf, options: RuleOptions, near: readonly Range[]): readonly Range[] {
    if (!this.facts || near.length === 0 || this.isSpent) return [];
    const { matches, work, cut } = findMatches(pattern, this.facts, options, { within: holder(near), guards });
    return this.#use({ ranges: matches.map(rangeOf), work, cut: cut ? pattern.text : undefined });
  }

  regex(regex: Regex): readonly Range[] {
    const known = this.#regexes.get(regex);
    if (known) return this.#use(known);
    const seen = this.#mayMatch(regex) ? searched(regex, this.text, 0) : unseen;
    this.#regexes.set(regex, seen);
    return this.#use(seen);
  }

  #mayMatch({ literals, expression }: Regex): boolean {
    const has = (text: string): boolean =>
      expression.ignoreCase ? this.#words.hasFolded(text) : this.#words.hasInside(text);
    return literals.every((group) => group.some(has));
  }

  /** In a stretch of the text that begins at `offset`. */
  regexIn(regex: Regex, text: string, offset: number): readonly Range[] {
    return this.isSpent ? [] : this.#use(searched(regex, text, offset));
  }

  generic(pattern: GenericPattern): readonly Range[] {
    const known = this.#generic.get(pattern);
    if (known) return this.#use(known);
    const found = findGeneric(pattern, this.text, this.#genericText);
    this.#genericText = found.text;
    const { tokens } = found.text;
    const cut = found.cut ? pattern.source : undefined;
    const seen: Seen = { ranges: found.matches.map(rangeOf), work: tokens.length, cut };
    this.#generic.set(pattern, seen);
    return this.#use(seen);
  }
}

function rangeOf({ start, end, bindings, least, named }: Match): Range {
  return { start, end, bindings, inside: false, ...(least !== undefined && { least }), ...(named && { named }) };
}

/** What one part has found in a text, and what that took. */
interface Seen {
  readonly ranges: readonly Range[];
  readonly work: number;
  readonly cut: string | undefined;
}

const unseen: Seen = { ranges: [], work: 0, cut: undefined };

/** What a leaf looks for. */
interface Leaf {
  readonly pattern: Pattern;
  readonly guards?: Guards | undefined;
}

/** Steps that one rule may take in one text. */
const maxWork = 50_000_000;
/** What a regular expression passes over in the time of one step. */
const charactersAStep = 16;

function searched(regex: Regex, text: string, offset: number): Seen {
  let cut: string | undefined;
  const matches = matchesOf(regex, text, () => (cut = regex.source));
  return {
    ranges: matches.map((it) => regexRange(it, text, offset)),
    work: Math.ceil(text.length / charactersAStep),
    cut,
  };
}

function regexRange({ start, end, groups }: RegexMatch, text: string, offset: number): Range {
  const bindings = new Map<string, Bound>();
  for (const [name, group] of groups) {
    const at = { start: group.start + offset, end: group.end + offset };
    bindings.set(name, { ...at, node: -1, text: text.slice(group.start, group.end), tree: undefined });
  }
  return { start: start + offset, end: end + offset, bindings, inside: false };
}

const profiles = new WeakMap<RuleOptions, string>();

/** The options that change what a pattern finds: patterns with the same ones share their matches. */
function profileOf(options: RuleOptions): string {
  const known = profiles.get(options);
  if (known !== undefined) return known;
  const { generic_braces: _, generic_extra_braces: __, ...rest } = options;
  const profile = Object.values(rest).join();
  profiles.set(options, profile);
  return profile;
}

export interface Evaluation {
  readonly sheet: Sheet;
  readonly options: RuleOptions;
  /** The stretch that the formula is about, with what is bound around it; undefined for the whole text. */
  readonly base?: Range;
}

export function evaluate(formula: Compiled, evaluation: Evaluation): readonly Range[] {
  return refined(formula, unrefined(formula, evaluation), evaluation);
}

function unrefined(formula: Compiled, evaluation: Evaluation): readonly Range[] {
  const { sheet, options, base } = evaluation;
  switch (formula.is) {
    case 'code':
      if (isEverything(formula.pattern)) return [base ?? statementsOf(sheet)];
      if (!sheet.hasWords(formula.pattern, formula.words)) return [];
      return inBase(sheet.code(formula, options, base !== undefined), base);
    case 'generic':
      return inBase(sheet.generic(formula.pattern), base);
    case 'regex':
      return base
        ? sheet.regexIn(formula.regex, sheet.text.slice(base.start, base.end), base.start)
        : sheet.regex(formula.regex);
    case 'any':
      return formula.of.flatMap((it) => evaluate(it, evaluation));
    case 'inside':
      return evaluate(formula.of, { sheet, options }).map((it) => ({ ...it, inside: true }));
    case 'all':
      return all(formula.of, evaluation);
    case 'not':
      return base ? all([formula], evaluation) : [];
    case 'anywhere':
      return evaluate(formula.of, { sheet, options });
    default:
      return formula satisfies never;
  }
}

function inBase(ranges: readonly Range[], base: Range | undefined): readonly Range[] {
  if (!base) return ranges;
  return ranges.filter((it) => contains(base, it) && (!it.named || (it.start === base.start && it.end === base.end)));
}

function all(parts: readonly Compiled[], evaluation: Evaluation): readonly Range[] {
  let ranges = positive(parts, evaluation);
  for (const part of parts) {
    if (part.is === 'not') ranges = negated(ranges, part.of, evaluation);
    else if (part.is === 'anywhere') ranges = anywhere(ranges, part.of, evaluation);
  }
  return ranges;
}

/**
 * What is cheap to look for first: most often it is not there. Then what that is inside of, because contexts may overlap
 * and yet both hold a match. Lone metavariables last, only in what is left.
 */
function positive(parts: readonly Compiled[], evaluation: Evaluation): readonly Range[] {
  const { sheet, options, base } = evaluation;
  const terms = parts.filter((it) => it.is !== 'not' && it.is !== 'anywhere' && !isSelector(it));
  const selectors = parts.filter(isSelector);
  let ranges: readonly Range[] | undefined;
  for (const term of terms.toSorted((a, b) => Number(isContext(a)) - Number(isContext(b)) || costOf(a) - costOf(b))) {
    const found = evaluate(term, evaluation);
    ranges = ranges ? intersect(ranges, found) : found;
    if (ranges.length === 0) return [];
  }
  for (const selector of selectors) {
    const found = refined(
      selector,
      sheet.selected(selector, options, ranges ?? [base ?? everything(sheet)]),
      evaluation,
    );
    ranges = ranges ? intersect(ranges, found) : found;
  }
  if (!ranges || !base) return ranges ?? (base ? [base] : []);
  return ranges.flatMap((range) => {
    const bindings = merged(base.bindings, range.bindings);
    return bindings ? [{ ...range, bindings }] : [];
  });
}

/** From the first statement to the last. */
function statementsOf(sheet: Sheet): Range {
  const tree = sheet.facts?.tree;
  const all = tree && tree.size > 1 ? children(tree, 0) : [];
  if (!tree || all.length === 0) return everything(sheet);
  return { start: tree.start[all[0]!]!, end: tree.end[all.at(-1)!]!, bindings: new Map(), inside: false };
}

function isContext(formula: Compiled): boolean {
  return formula.is === 'inside' || (formula.is === 'any' && formula.of.every(isContext));
}

/** What looking for a formula takes, roughly. The order of terms does not change what they have in common. */
function costOf(formula: Compiled): number {
  switch (formula.is) {
    case 'code':
      return formula.pattern.roots.length > 1 ? 20 : formula.words.length > 0 ? 1 : 5;
    case 'regex':
    case 'generic':
      return 3;
    case 'any':
      return formula.of.reduce((sum, it) => sum + costOf(it), 0);
    case 'all':
      return Math.min(...formula.of.map(costOf)) + 1;
    default:
      return costOf(formula.of) + 1;
  }
}

function everything({ text }: Sheet): Range {
  return { start: 0, end: text.length, bindings: new Map(), inside: false };
}

/** A lone metavariable. */
type Selector = Extract<Compiled, { is: 'code' }>;

/** A lone `...` */
function isEverything({ roots, ops }: Pattern): boolean {
  return roots.length === 1 && ops[roots[0]!] === Op.ellipsis;
}

function isSelector(part: Compiled): part is Selector {
  return isLone(part) && part.pattern.types.size === 0;
}

/** The same with a type, too. */
function isLone(part: Compiled): part is Selector {
  if (part.is !== 'code' || part.pattern.roots.length !== 1) return false;
  return part.pattern.ops[part.pattern.roots[0]!] === Op.metavariable;
}

function negated(ranges: readonly Range[], inner: Compiled, evaluation: Evaluation): readonly Range[] {
  const { sheet, options } = evaluation;
  if (ranges.length === 0) return [];
  if (inner.is === 'anywhere') return without(ranges, evaluate(inner.of, { sheet, options }), () => true);
  if (inner.is === 'inside') return withoutInside(ranges, evaluate(inner.of, { sheet, options }));
  const negative = isLone(inner)
    ? refined(inner, sheet.selected(inner, options, ranges), evaluation)
    : evaluate(inner, evaluation);
  if (inner.is !== 'regex') return withoutSame(ranges, negative);
  return without(ranges, negative, (r, n) => contains(n, r) || contains(r, n));
}

/** Something must be there in the file, wherever, and agree. */
function anywhere(ranges: readonly Range[], inner: Compiled, { sheet, options }: Evaluation): readonly Range[] {
  const found = evaluate(inner, { sheet, options });
  return distinct(
    ranges.flatMap((range) =>
      found.flatMap((it) => {
        const bindings = merged(range.bindings, it.bindings);
        return bindings ? [{ ...range, bindings }] : [];
      }),
    ),
  );
}

/** A leaf that nothing is asked of beyond itself: its ranges are distinct already. */
function isPlain({ is, where, focus, as, fix }: Compiled): boolean {
  const isLeaf = is === 'code' || is === 'generic' || is === 'regex';
  return isLeaf && where.length === 0 && focus.length === 0 && as === undefined && fix === undefined;
}

/** Conditions, focus, the match's own name, its fix: in this order. */
function refined(formula: Compiled, ranges: readonly Range[], evaluation: Evaluation): readonly Range[] {
  const context: ConditionContext = { ...evaluation, evaluate, sheetIn };
  if (isPlain(formula)) return ranges;
  let found =
    formula.where.length === 0 ? [...ranges] : ranges.flatMap((range) => satisfied(range, formula.where, context));
  for (const focus of formula.focus) found = found.flatMap((range) => focused(range, focus.metavariables));
  const { as, fix } = formula;
  if (as !== undefined) found = found.map((range) => ({ ...range, bindings: named(range, as, evaluation.sheet.text) }));
  if (fix !== undefined) found = found.map((range) => ({ ...range, fix }));
  return distinct(found);
}

/**
 * All conditions hold. What nested patterns bind is not known to the nested patterns after them, but to everything else.
 */
function satisfied(range: Range, conditions: Compiled['where'], context: ConditionContext): Range[] {
  let found: Bindings[] = [range.bindings];
  for (const condition of conditions) {
    if (condition.is !== 'pattern') found = found.flatMap((it) => holds(condition, it, context));
    else
      found = found.flatMap((it) =>
        holds(condition, known(it, range, condition.metavariable), context).map((added) => joined(it, added)),
      );
    if (found.length === 0) return [];
  }
  return found.map((bindings) => ({ ...range, bindings }));
}

/** What was bound before the conditions, and what the condition is about. */
function known(bindings: Bindings, range: Range, metavariable: string): Bindings {
  const bound = bindings.get(metavariable);
  return bound ? new Map(range.bindings).set(metavariable, bound) : range.bindings;
}

function joined(one: Bindings, other: Bindings): Bindings {
  const both = new Map(one);
  for (const [name, bound] of other) if (!both.has(name)) both.set(name, bound);
  return both;
}

function sheetIn(text: string, tree: Tree | undefined, outer: Sheet): Sheet {
  return new Sheet(text, tree, outer);
}

function focused(range: Range, metavariables: readonly string[]): Range[] {
  return metavariables.flatMap((name) => {
    const bound = range.bindings.get(name);
    if (!bound) return [];
    const [start, end] = [Math.max(range.start, bound.start), Math.min(range.end, bound.end)];
    return start <= end ? [{ ...range, start, end, inside: false }] : [];
  });
}

function named({ start, end, bindings }: Range, name: string, text: string): Bindings {
  return new Map(bindings).set(name, { start, end, node: -1, text: text.slice(start, end), tree: undefined });
}
