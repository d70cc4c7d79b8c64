import type { Rule } from '@plumbline/catalog';
import type { Finding, Fix } from '@plumbline/core';
import type { RuleMatch } from '../patterns/engine.ts';
import type { PatternRule } from '../patterns/rule/rule.ts';
import { placedAt, type FileFacts } from './finding.ts';
import { ruleFacts } from './rule-facts.ts';

/** A match of a rule in the whole of Semgrep's language. */
export function patternFinding(facts: FileFacts, match: RuleMatch): Finding {
  const { rule, start, end, message } = match;
  return {
    ...ruleFacts(asRule(rule), true),
    ...placedAt(facts, rule, { start, end }),
    message: message.trim(),
    evidence: [{ is: 'match' }],
    fixes: fixesOf(facts, match),
    suppressions: [],
  };
}

const severities = new Map<string, Rule['severity']>(
  (['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'ERROR', 'WARNING', 'INFO'] as const).map((it) => [it, it]),
);

/** What is told of a rule. Metadata of others may hold anything: what is not of our shape is left out. */
function asRule({ id, message, severity, languages, metadata }: PatternRule): Rule {
  const confidence = String(metadata['confidence']).toUpperCase();
  const known = (['HIGH', 'MEDIUM', 'LOW'] as const).find((it) => it === confidence);
  return {
    id,
    message: message === '' ? id : message,
    severity: severities.get(severity) ?? 'INFO',
    languages: [...languages],
    metadata: {
      cwe: textsIn(metadata['cwe']),
      owasp: textsIn(metadata['owasp']),
      references: textsIn(metadata['references']),
      ...(known && { confidence: known }),
      ...(typeof metadata['title'] === 'string' && { title: metadata['title'] }),
    },
  };
}

function textsIn(value: unknown): string[] {
  return [value].flat().filter((it) => typeof it === 'string' && it !== '') as string[];
}

function fixesOf({ file, lines }: FileFacts, { edit, rule }: RuleMatch): Fix[] {
  if (!edit) return [];
  const location = lines.location(file, edit.start, edit.end);
  return [{ description: `The fix of ${rule.id}`, edits: [{ location, text: edit.text }] }];
}
