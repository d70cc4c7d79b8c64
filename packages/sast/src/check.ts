import { placeIn, type Place, type Rule } from '@plumbline/catalog';
import { createParser, type ParserParts } from './parse/parser.ts';
import { createEngine, createFront, lookingRules, patternsOf, whyNotRun, type PatternRule } from './patterns/index.ts';

/** What is to be said of a rule. Shape: `invalid` = it does not hold, `not-run` = it does, but there is no engine for it. */
export interface RuleComplaint extends Place {
  readonly is: 'invalid' | 'not-run';
  readonly reason: string;
}

/** What can be told of a rule's patterns without compiling them: all but whether they are code of their language. */
export function checkRule(rule: Rule): readonly RuleComplaint[] {
  return read(rule).complaints;
}

/** The same, and every pattern and regular expression compiled. */
export type RuleCheck = (rule: Rule) => readonly RuleComplaint[];

export function createRuleCheck(parts: ParserParts): RuleCheck {
  const front = createFront(createParser(parts));
  return (rule) => {
    const { patterns, complaints } = read(rule);
    if (!patterns || complaints.length > 0) return complaints;
    return createEngine(lookingRules(patterns), front)
      .check()
      .map((it) => ({ is: 'invalid', ...it }));
  };
}

function read(rule: Rule): { readonly patterns?: PatternRule; readonly complaints: readonly RuleComplaint[] } {
  const { rule: patterns, faults } = patternsOf(rule);
  if (!patterns)
    return { complaints: faults.map(({ line, column, reason }) => ({ is: 'invalid', line, column, reason })) };
  const idle = whyNotRun(patterns);
  if (idle === undefined) return { patterns, complaints: [] };
  return { patterns, complaints: [{ is: 'not-run', ...placeIn(rule.origin, []), reason: idle }] };
}
