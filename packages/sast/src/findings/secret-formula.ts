import { regexOf, type Rule } from '@plumbline/catalog';
import { patternsOf } from '../patterns/index.ts';
import type { Formula } from '../patterns/rule/formula.ts';

/** One way to match: all of `must`, none of `mustNot`. */
export interface Alternative {
  readonly must: readonly RegExp[];
  readonly mustNot: readonly RegExp[];
}

/**
 * How a rule finds secrets: a rule with `redact: true` whose formula is regular expressions alone, in which a group
 * named `secret` is what to mask. Undefined for all others: their formula is matched by the engine of patterns.
 */
export function alternativesOf(rule: Rule): Alternative[] | undefined {
  if (rule.metadata?.redact !== true) return undefined;
  const does = patternsOf(rule).rule?.does;
  if (does?.is !== 'search') return undefined;
  const { formula } = does;
  const found = (formula.is === 'any' ? formula.of : [formula]).map(alternativeOf);
  return found.some((it) => it === undefined) ? undefined : found.filter((it) => it !== undefined);
}

function alternativeOf(formula: Formula): Alternative | undefined {
  const terms = formula.is === 'all' ? formula.of : [formula];
  if (formula.where.length + formula.focus.length > 0) return undefined;
  const must: RegExp[] = [];
  const mustNot: RegExp[] = [];
  for (const term of terms) {
    const inner = term.is === 'not' ? term.of : term;
    const regex = inner.is === 'regex' && inner.where.length === 0 ? compiled(inner.text) : undefined;
    if (!regex) return undefined;
    (term.is === 'not' ? mustNot : must).push(regex);
  }
  return { must, mustNot };
}

function compiled(text: string): RegExp | undefined {
  try {
    return regexOf(text);
  } catch {
    return undefined; // expected: PCRE that JavaScript does not know, which the engine of patterns translates
  }
}
