/**
 * Why a rule finds what it finds in a text, or nothing: every part of its formula looked for by itself, and what is left
 * of the matches after every step.
 */
import type { Compiled } from './formula/compiled.ts';
import { compileFormula, type FormulaContext, Leaves, tongueOf, type Tongue } from './formula/compile-formula.ts';
import { evaluate, Sheet } from './formula/evaluate.ts';
import type { Range } from './formula/ranges.ts';
import type { FileText } from './engine.ts';
import type { Front } from './front.ts';
import { applies } from './paths.ts';
import { areWhole, isMet, needsOf } from './prefilter.ts';
import { Words } from './words.ts';
import type { Condition, Formula, Place } from './rule/formula.ts';
import type { PatternRule } from './rule/rule.ts';

/** A stretch of the text that a part matches. Units: indices; metavariables with what they stand for. */
export interface PartMatch {
  readonly start: number;
  readonly end: number;
  readonly bindings: ReadonlyMap<string, string>;
}

/**
 * One part of a formula.
 *
 * Shape: `depth` from 0; `found` = where the part itself matches, undefined for one that only changes others; `left` = what
 *        the parts before and this one leave together.
 */
export interface PartStep {
  readonly depth: number;
  readonly at: Place;
  readonly says: string;
  readonly found?: readonly PartMatch[];
  readonly left?: readonly PartMatch[];
}

/** Shape: `reads` false = it is about other languages; `wanted` = words without which the rule cannot match. */
export interface PartsExplained {
  readonly reads: boolean;
  readonly applies: boolean;
  readonly wanted: readonly (readonly string[])[];
  readonly steps: readonly PartStep[];
}

interface Looking {
  readonly sheet: Sheet;
  readonly rule: PatternRule;
  readonly context: FormulaContext;
}

export function explainParts(rule: PatternRule, file: FileText, front: Front): PartsExplained {
  const tongue = rule.languages.map(tongueOf).find((it) => isOf(it, file));
  const about = { reads: tongue !== undefined, applies: applies(rule.paths, file.path) };
  if (rule.does.is !== 'search' || tongue === undefined) return { ...about, wanted: [], steps: [] };
  const tree = typeof tongue === 'object' && file.language ? front.code(file.text, file.language.grammar) : undefined;
  const { options } = rule;
  const looking: Looking = {
    sheet: new Sheet(file.text, tree, { readText: front.tree }),
    rule,
    context: { leaves: new Leaves(front), tongue, options, faults: [] },
  };
  const folds = typeof tongue === 'object' && tongue.foldsWords === true;
  const seen = new Words().in(file.text, folds ? file.text.toLowerCase() : file.text);
  const needs = needsOf(rule.does.formula, tongue).filter(
    (it) => !isMet([it], (word) => (areWhole(tongue) ? seen.has(word) : seen.hasInside(word))),
  );
  return { ...about, wanted: needs, steps: stepsOf(rule.does.formula, 0, looking) };
}

function isOf(tongue: Tongue | undefined, { language }: FileText): boolean {
  return typeof tongue === 'object' ? tongue.name === language?.name : tongue !== undefined;
}

/** Formulas nest as deep as a person writes them, and no deeper than the reader of rules lets them. */
function stepsOf(formula: Formula, depth: number, looking: Looking): PartStep[] {
  const bare: Formula = { ...formula, where: [], focus: [] };
  const head: PartStep = { depth, at: formula.at, says: wordsOf(formula), found: matches(bare, looking) };
  return [head, ...partsOf(formula, depth, looking), ...refinements(formula, depth, looking)];
}

function partsOf(formula: Formula, depth: number, looking: Looking): PartStep[] {
  switch (formula.is) {
    case 'pattern':
    case 'regex':
      return [];
    case 'any':
      return formula.of.flatMap((it) => stepsOf(it, depth + 1, looking));
    case 'all':
      return formula.of.flatMap((part, at) => {
        const [first, ...rest] = stepsOf(part, depth + 1, looking);
        const before: Formula = { ...formula, of: formula.of.slice(0, at + 1), where: [], focus: [] };
        const hasMatch = before.is === 'all' && before.of.some((it) => it.is !== 'not' && it.is !== 'anywhere');
        return [{ ...first!, ...(hasMatch && { left: matches(before, looking) }) }, ...rest];
      });
    default: {
      const { of } = formula;
      // What it says is said in one line, if it is one pattern.
      if ((of.is === 'pattern' || of.is === 'regex') && of.where.length === 0) return [];
      return stepsOf(of, depth + 1, looking);
    }
  }
}

/** Conditions and focus, one after the other. */
function refinements(formula: Formula, depth: number, looking: Looking): PartStep[] {
  const { where, focus } = formula;
  return [
    ...where.map((it, at) => ({
      depth: depth + 1,
      at: it.at,
      says: conditionWords(it),
      left: matches({ ...formula, where: where.slice(0, at + 1), focus: [] }, looking),
    })),
    ...focus.map((it, at) => ({
      depth: depth + 1,
      at: it.at,
      says: `focus-metavariable: ${it.metavariables.join(', ')}`,
      left: matches({ ...formula, focus: focus.slice(0, at + 1) }, looking),
    })),
  ];
}

/** Where a formula matches by itself; what is negative in it is looked for as if it were not. */
function matches(formula: Formula, { sheet, rule, context }: Looking): PartMatch[] {
  const positive = formula.is === 'not' ? formula.of : formula;
  const compiled: Compiled | undefined = compileFormula(positive, context);
  if (!compiled) return [];
  const seen = new Set<string>();
  return evaluate(compiled, { sheet, options: rule.options })
    .map(matchOf)
    .filter((it) => {
      const key = `${it.start}:${it.end}:${[...it.bindings].join()}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function matchOf({ start, end, bindings }: Range): PartMatch {
  return { start, end, bindings: new Map([...bindings].map(([name, it]) => [name, it.text])) };
}

const words = {
  pattern: 'pattern',
  regex: 'pattern-regex',
  all: 'patterns',
  any: 'pattern-either',
  not: 'pattern-not',
  inside: 'pattern-inside',
  anywhere: 'anywhere',
} as const satisfies Record<Formula['is'], string>;

function wordsOf(formula: Formula): string {
  switch (formula.is) {
    case 'pattern':
    case 'regex':
      return `${words[formula.is]}: ${formula.text.trim()}`;
    case 'all':
    case 'any':
      return words[formula.is];
    default: {
      const isOutside = formula.is === 'not' && formula.of.is === 'inside';
      const word = isOutside ? 'pattern-not-inside' : words[formula.is];
      const what = isOutside && formula.of.is === 'inside' ? formula.of.of : formula.of;
      return what.is === 'pattern' || what.is === 'regex' ? `${word}: ${what.text.trim()}` : word;
    }
  }
}

function conditionWords(condition: Condition): string {
  switch (condition.is) {
    case 'regex':
      return `metavariable-regex: ${condition.metavariable} ~ ${condition.regex}`;
    case 'pattern':
      return `metavariable-pattern: ${condition.metavariable}${condition.language === undefined ? '' : ` as ${condition.language}`}`;
    case 'type':
      return `metavariable-type: ${condition.metavariable} is ${condition.types.join(' or ')}`;
    case 'name':
      return `metavariable-name: ${condition.metavariable} of ${condition.modules.join(' or ')}`;
    case 'analysis':
      return `metavariable-analysis: ${condition.metavariable} by ${condition.analyzer}`;
    default:
      return 'metavariable-comparison';
  }
}
