import type { Finding, Fix } from '@plumbline/core';
import type { RuleMatch } from '../patterns/engine.ts';
import type { PatternMatch } from './pattern-rules.ts';
import { placedAt, type FileFacts } from './finding.ts';
import { isTest, ruleFacts } from './rule-facts.ts';

export function patternFinding(facts: FileFacts, { rule, match }: PatternMatch): Finding {
  const { start, end, message } = match;
  return {
    ...ruleFacts(rule, !isTest(facts.file)),
    ...placedAt(facts, rule, { start, end }),
    message: message.trim(),
    evidence: [{ is: 'match' }],
    fixes: fixesOf(facts, match),
    suppressions: [],
  };
}

function fixesOf({ file, lines }: FileFacts, { edit, rule }: RuleMatch): Fix[] {
  if (!edit) return [];
  const location = lines.location(file, edit.start, edit.end);
  return [{ description: `The fix of ${rule.id}`, edits: [{ location, text: edit.text }] }];
}
