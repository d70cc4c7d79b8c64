import { constantOf } from '../match/constants.ts';
import type { Bindings, Bound } from '../match/bindings.ts';
import type { Facts } from '../match/facts.ts';
import { writtenText } from '../match/literals.ts';
import { sameType, typeOf } from '../match/types.ts';
import { kindOf, nameOf } from '../../tree/tree.ts';
import { Kind } from '../../languages/kinds.ts';
import { matchAtStart } from '../regex/regex.ts';
import { isRisky, isSecret } from './analyzers.ts';
import { isTrue, type ValueOf } from './comparison.ts';
import type { Compiled, CompiledCondition } from './compiled.ts';
import { readFragment } from './fragment.ts';
import type { Evaluation, Sheet } from './evaluate.ts';
import type { Range } from './ranges.ts';
import type { Tree } from '../../tree/tree.ts';

/** Evaluating a condition may need evaluating formulas, which may have conditions. */
export interface ConditionContext extends Evaluation {
  readonly evaluate: (formula: Compiled, evaluation: Evaluation) => readonly Range[];
  /** A sheet for a text that stands in that of another one. */
  readonly sheetIn: (text: string, tree: Tree | undefined, outer: Sheet) => Sheet;
}

/** The bindings with which the condition holds: none, the given ones, or these with others beside. */
export function holds(condition: CompiledCondition, bindings: Bindings, context: ConditionContext): Bindings[] {
  if (condition.is === 'comparison') {
    const { facts, today } = context.sheet;
    return isTrue(condition, { valueOf: valuesOf(bindings, facts, condition), today }) ? [bindings] : [];
  }
  const bound = bindings.get(condition.metavariable);
  if (!bound) return [];
  switch (condition.is) {
    case 'regex':
      return captured(condition, bound, bindings, context.sheet);
    case 'pattern':
      return nested(condition, bound, bindings, context);
    case 'type':
      return hasType(bound, condition.types, context.sheet.facts) ? [bindings] : [];
    case 'name':
      return comesFrom(bound, condition.modules, context.sheet.facts) ? [bindings] : [];
    case 'analysis': {
      const text = contentOf(bound);
      return (condition.analyzer === 'redos' ? isRisky(text) : isSecret(text, condition.mode)) ? [bindings] : [];
    }
    default:
      return condition satisfies never;
  }
}

/** Named groups of the regular expression bind metavariables. */
function captured(
  { compiled, folded }: CompiledCondition & { is: 'regex' },
  bound: Bound,
  bindings: Bindings,
  { facts, cut }: Sheet,
): Bindings[] {
  const text = textOf(bound, folded, facts);
  const match = matchAtStart(compiled, text, () => cut.add(compiled.source));
  if (!match) return [];
  if (compiled.names.length === 0) return [bindings];
  const added = new Map(bindings);
  for (const [name, group] of match.groups) {
    const at = { start: bound.start + group.start, end: bound.start + group.end };
    if (!/^\$\d/.test(name))
      added.set(name, { ...at, node: -1, text: text.slice(group.start, group.end), tree: undefined });
  }
  return [added];
}

/** What is bound, as written; with `folded` the value that it is sure to have. */
function textOf(bound: Bound, folded: boolean, facts: Facts | undefined): string {
  if (!folded || bound.node < 0 || !facts) return bound.text;
  const value = constantOf(facts, bound.node);
  return value === undefined ? bound.text : String(value);
}

/** The content of a string, the source of everything else. */
function contentOf(bound: Bound): string {
  const { tree, node } = bound;
  return tree && node >= 0 && kindOf(tree, node) === Kind.Str ? writtenText(tree, node) : bound.text;
}

function nested(
  condition: CompiledCondition & { is: 'pattern' },
  bound: Bound,
  bindings: Bindings,
  context: ConditionContext,
): Bindings[] {
  const { language, compiled } = condition;
  const { sheet, options, evaluate, sheetIn } = context;
  if (language === undefined && sheet.text.startsWith(bound.text, bound.start)) {
    const base = { start: bound.start, end: bound.end, bindings, inside: false };
    const found = evaluate(compiled, { sheet, options, base });
    return found.length === 0 && isNamed(compiled, bound) ? [bindings] : mergedAll(found, bindings);
  }
  const text = contentOf(bound);
  const spoken = language ?? condition.own;
  const fragment = typeof spoken === 'object' ? readFragment(spoken, text, sheet.readText) : undefined;
  const inner = sheetIn(fragment?.tree.text ?? text, fragment?.tree, sheet);
  const { start, end, bare } = fragment ?? { start: 0, end: text.length, bare: text.length };
  const base = { start, end, bare, bindings, inside: false };
  const found = evaluate(compiled, { sheet: inner, options, base });
  const added = found.map((range) => ({ ...range, bindings: outside(range.bindings, bindings, bound) }));
  return mergedAll(added, bindings);
}

/** Whether the pattern is the bound name: patterns do not look for it where a definition, or a key, has it. */
function isNamed(compiled: Compiled, bound: Bound): boolean {
  if (compiled.is === 'any') return compiled.of.some((it) => isNamed(it, bound));
  if (compiled.is !== 'code' || compiled.where.length > 0) return false;
  const { tree, roots, ops } = compiled.pattern;
  const [root] = roots;
  const isName = roots.length === 1 && ops[root!] === 0 && kindOf(tree, root!) === Kind.Name;
  return isName && nameOf(tree, root!) === bound.text.replace(/:\s*$/, '');
}

/** Bindings of an inner text have no place in the file: they take that of the text. */
function outside(inner: Bindings, known: Bindings, { start, end }: Bound): Bindings {
  const moved = new Map(known);
  for (const [name, it] of inner) {
    if (!moved.has(name)) moved.set(name, { start, end, node: -1, text: it.text, tree: undefined });
  }
  return moved;
}

function mergedAll(ranges: readonly Range[], bindings: Bindings): Bindings[] {
  const seen = new Set<string>();
  const found: Bindings[] = [];
  for (const range of ranges) {
    const both = new Map(bindings);
    for (const [name, it] of range.bindings) if (!both.has(name)) both.set(name, it);
    const agreeing = [...range.bindings].every(([name, it]) => /^\$\d/.test(name) || both.get(name)!.text === it.text);
    const key = [...both].map(([name, it]) => `${name}:${it.start}:${it.end}`).join();
    if (!agreeing || seen.has(key)) continue;
    seen.add(key);
    found.push(both);
  }
  return found;
}

function hasType(bound: Bound, types: readonly string[], facts: Facts | undefined): boolean {
  if (!facts || bound.node < 0) return false;
  const found = typeOf(facts, bound.node);
  return found !== undefined && types.some((it) => sameType(facts, it, found));
}

function comesFrom(bound: Bound, modules: readonly string[], facts: Facts | undefined): boolean {
  if (!facts || bound.node < 0) return false;
  const path = facts.qualified(bound.node) ?? bound.text;
  return modules.some((it) => path === it || path.startsWith(`${it}.`));
}

/** What the metavariables of a comparison stand for. */
function valuesOf(
  bindings: Bindings,
  facts: Facts | undefined,
  condition: CompiledCondition & { is: 'comparison' },
): ValueOf {
  return (name) => {
    const bound = bindings.get(name);
    return bound && valueOf(bound, condition.metavariable === name ? condition : plainly, facts);
  };
}

/** How the value of one metavariable is made. */
interface Conversion {
  readonly strip: boolean;
  readonly base?: number;
}

const plainly: Conversion = { strip: false };

function valueOf(bound: Bound, conversion: Conversion, facts: Facts | undefined): ReturnType<ValueOf> {
  const constant = bound.node >= 0 && facts ? constantOf(facts, bound.node) : undefined;
  if (constant === null) return undefined;
  if (typeof constant === 'number' || typeof constant === 'boolean') return constant;
  if (conversion.strip || conversion.base !== undefined) return converted(constant ?? bound.text, conversion);
  return constant ?? (numberShape.test(bound.text) ? asNumber(bound.text) : bound.text);
}

const numberShape = /^-?(?:\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?|0x[\da-f]+)$/i;

function asNumber(text: string): number {
  return Number(text.replaceAll('_', ''));
}

/** The value of the metavariable that `strip` and `base` are about. */
function converted(text: string, { strip, base }: Conversion): string | number {
  const bare = strip ? text.replace(/^['"`]|['"`]$/g, '') : text;
  if (base !== undefined) return Number.parseInt(bare.replace(/^0[xobXOB]/, ''), base);
  return numberShape.test(bare) ? asNumber(bare) : bare;
}
