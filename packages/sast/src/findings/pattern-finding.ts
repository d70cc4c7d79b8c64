import type { Rule } from '@plumbline/catalog';
import type { Finding, Fix } from '@plumbline/core';
import type { RuleMatch } from '../patterns/engine.ts';
import { placedAt, type FileFacts } from './finding.ts';
import { isTest, ruleFacts } from './rule-facts.ts';
import type { Secret } from './secrets.ts';

/** What a rule's patterns have found. */
export function patternFinding(facts: FileFacts, rule: Rule, match: RuleMatch): Finding {
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

/** What is secret of a match of a rule with `redact: true`: what `$SECRET` stands for, or all of it. */
export function secretOf({ start, end, bindings }: RuleMatch): Secret {
  const bound = bindings.get('$SECRET');
  return bound ? { start: bound.start, end: bound.end } : { start, end };
}

function fixesOf({ file, lines }: FileFacts, { edit, rule }: RuleMatch): Fix[] {
  if (!edit) return [];
  const location = lines.location(file, edit.start, edit.end);
  return [{ description: `The fix of ${rule.id}`, edits: [{ location, text: edit.text }] }];
}
