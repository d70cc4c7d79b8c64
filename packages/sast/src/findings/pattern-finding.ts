import { isTestFile, type Finding, type Fix } from '@plumbline/core';
import { interpolated, type RuleMatch } from '../patterns/index.ts';
import { joinValue, type JoinPart } from './join.ts';
import type { JoinMatch, PatternMatch } from './pattern-rules.ts';
import { placedAt, type FileFacts } from './finding.ts';
import { ruleFacts, type RuleFacts } from './rule-facts.ts';

export function patternFinding(facts: FileFacts, { rule, match }: PatternMatch): Finding {
  const { start, end, message } = match;
  const said = ruleFacts(rule, !isTestFile(facts.file));
  return {
    ...(rule.metadata?.redact ? said : filledIn(said, match)),
    ...placedAt(facts, rule, { start, end }),
    message: message.trim(),
    evidence: [{ is: 'match' }],
    fixes: fixesOf(facts, match),
    suppressions: [],
  };
}

/** What a rule of a join has found, in the words of the join. */
export function joinPart(facts: FileFacts, { source: { join, as, renames }, match }: JoinMatch): JoinPart {
  const renamed = new Map(renames.map(({ from, to }) => [from, to]));
  const values = [...match.bindings].map(([name, it]) => [renamed.get(name) ?? name, joinValue(it.text)]);
  const finding = patternFinding(facts, { rule: join, match: { ...match, message: join.message, edit: undefined } });
  return { join: join.id, as, values: Object.fromEntries(values), finding };
}

/** Metavariables in what the rule's metadata say. */
function filledIn(facts: RuleFacts, { bindings }: RuleMatch): RuleFacts {
  const { recommendation } = facts;
  return {
    ...facts,
    references: facts.references.map((it) => interpolated(it, bindings)),
    ...(recommendation !== undefined && { recommendation: interpolated(recommendation, bindings) }),
  };
}

function fixesOf({ file, lines }: FileFacts, { edit, rule }: RuleMatch): Fix[] {
  if (!edit) return [];
  const location = lines.location(file, edit.start, edit.end);
  return [{ description: `The fix of ${rule.id}`, edits: [{ location, text: edit.text }] }];
}
