import { isFormat } from '../../languages/formats.ts';
import type { Dialect } from '../compile/dialect.ts';
import { dialectOf } from '../compile/dialects/index.ts';
import { compilePattern, type Pattern, type PatternFault, type PatternHost } from '../compile/pattern.ts';
import { compileGeneric } from '../generic/pattern.ts';
import { wordsOf } from '../prefilter.ts';
import { compileRegex, type Regex } from '../regex/regex.ts';
import type { RegexMode } from '../regex/translate.ts';
import type { Condition, Formula, Place } from '../rule/formula.ts';
import type { RuleOptions } from '../rule/options.ts';
import type { Compiled, CompiledCondition } from './compiled.ts';
import { guarded } from './guards.ts';

/** What a formula's patterns are written in. */
export type Tongue = Dialect | 'generic' | 'regex';

export function tongueOf(language: string): Tongue | undefined {
  if (language === 'generic') return 'generic';
  if (language === 'regex' || language === 'none') return 'regex';
  return dialectOf(isFormat(language) ? 'yaml' : language);
}

/** Compiles leaves once for all rules that have them. */
export class Leaves {
  readonly #host: PatternHost;
  readonly #patterns = new Map<string, Pattern | PatternFault>();
  readonly #regexes = new Map<string, ReturnType<typeof compileRegex>>();

  constructor(host: PatternHost) {
    this.#host = host;
  }

  pattern(dialect: Dialect, text: string): Pattern | PatternFault {
    const key = `${dialect.name}\0${text}`;
    const known = this.#patterns.get(key);
    if (known) return known;
    const compiled = compilePattern(dialect, text, this.#host);
    this.#patterns.set(key, compiled);
    return compiled;
  }

  regex(text: string, mode: RegexMode): ReturnType<typeof compileRegex> {
    const key = `${JSON.stringify(mode)}${text}`;
    const known = this.#regexes.get(key);
    if (known) return known;
    const compiled = compileRegex(text, mode);
    this.#regexes.set(key, compiled);
    return compiled;
  }
}

export interface FormulaFault extends Place {
  readonly reason: string;
}

export interface FormulaContext {
  readonly leaves: Leaves;
  readonly tongue: Tongue;
  readonly options: RuleOptions;
  readonly faults: FormulaFault[];
  /** The formula is about a binding, and has others from around it. */
  readonly nested?: true;
}

/** Undefined if a part of it cannot be compiled; the faults say which. */
export function compileFormula(formula: Formula, context: FormulaContext): Compiled | undefined {
  const where = formula.where.map((it) => compileCondition(it, context));
  const what = compileKind(formula, context);
  if (!what || where.some((it) => it === undefined)) return undefined;
  const { at, focus, fix, as } = formula;
  const compiled: Compiled = {
    ...what,
    at,
    focus,
    where: where.filter((it) => it !== undefined),
    ...(fix !== undefined && { fix }),
    ...(as !== undefined && { as }),
  };
  return context.nested ? compiled : guarded(compiled);
}

type Kinds<T> = T extends Compiled ? Omit<T, 'at' | 'where' | 'focus' | 'fix' | 'as'> : never;

function compileKind(formula: Formula, context: FormulaContext): Kinds<Compiled> | undefined {
  switch (formula.is) {
    case 'pattern':
      return compileLeaf(formula, context);
    case 'regex': {
      const regex = compiledRegex(formula.text, formula.at, context, { multiline: true });
      return regex && { is: 'regex', regex };
    }
    case 'all':
    case 'any': {
      const of = formula.of.map((it) => compileFormula(it, context));
      return of.some((it) => it === undefined)
        ? undefined
        : { is: formula.is, of: of.filter((it) => it !== undefined) };
    }
    default: {
      const of = compileFormula(formula.of, context);
      return of && { is: formula.is, of };
    }
  }
}

function compileLeaf(formula: Formula & { is: 'pattern' }, context: FormulaContext): Kinds<Compiled> | undefined {
  const { tongue, leaves, faults, options } = context;
  if (tongue === 'regex') {
    const regex = compiledRegex(formula.text, formula.at, context, { multiline: true });
    return regex && { is: 'regex', regex };
  }
  if (tongue === 'generic') return { is: 'generic', pattern: compileGeneric(formula.text, options) };
  const pattern = leaves.pattern(tongue, formula.text);
  if (pattern.is === 'pattern') return { is: 'code', pattern, words: wordsOf(formula.text, tongue) };
  faults.push({
    ...formula.at,
    reason: `not a pattern of ${tongue.name}; the nearest text that was tried: ${pattern.text}`,
  });
  return undefined;
}

function compiledRegex(
  text: string,
  at: Place,
  { leaves, faults }: FormulaContext,
  mode: RegexMode,
): Regex | undefined {
  const regex = leaves.regex(text, mode);
  if (regex.is === 'regex') return regex;
  faults.push({ ...at, reason: `not a regular expression: ${regex.reason} at character ${regex.offset + 1}` });
  return undefined;
}

function compileCondition(condition: Condition, context: FormulaContext): CompiledCondition | undefined {
  if (condition.is === 'regex') {
    const compiled = compiledRegex(condition.regex, condition.at, context, {});
    return compiled && { ...condition, compiled };
  }
  if (condition.is !== 'pattern') return condition;
  const { formula, language: named, ...rest } = condition;
  const language = named === undefined ? undefined : tongueOf(named);
  if (named !== undefined && language === undefined) {
    context.faults.push({ ...condition.at, reason: `no language ${named}` });
    return undefined;
  }
  const compiled = compileFormula(formula, { ...context, tongue: language ?? context.tongue, nested: true });
  return compiled && { ...rest, compiled, language, own: context.tongue };
}
