import type { Rule } from '@plumbline/catalog';
import type { Finding } from '@plumbline/core';
import { expect, test } from 'vitest';
import { withoutEchoes } from './echoes.ts';

const place = (line: number): Finding['location'] => ({
  file: 'a.py',
  start: { line, column: 1 },
  end: { line, column: 9 },
});
const finding = (rule: string, line: number, more: Partial<Finding> = {}): Finding => ({
  kind: 'code',
  rule,
  title: '',
  message: '',
  severity: 'high',
  confidence: 'high',
  cwe: [78],
  owasp: [],
  location: place(line),
  evidence: [{ is: 'match' }],
  fingerprints: [],
  references: [],
  fixes: [],
  suppressions: [],
  ...more,
});
const rule = (id: string, pack?: string): Rule => ({
  id,
  languages: ['python'],
  severity: 'HIGH',
  message: '',
  ...(pack !== undefined && { pack }),
});

test('what was followed says it; what only looks like it is left out, but for rules of the user', () => {
  const flow = finding('command-injection', 3, { evidence: [{ is: 'flow', steps: [] }] });
  const all = [
    flow,
    finding('shell-true-python', 3),
    finding('shell-true-python', 4),
    finding('ours', 3),
    finding('other-weakness', 3, { cwe: [22] }),
    finding('style', 3, { category: 'code-style' }),
  ];
  const rules = ['command-injection', 'shell-true-python', 'other-weakness', 'style'].map((it) =>
    rule(it, 'injection'),
  );
  expect(withoutEchoes(all, [...rules, rule('ours')]).map((it) => [it.rule, it.location.start.line])).toEqual([
    ['command-injection', 3],
    ['shell-true-python', 4],
    ['ours', 3],
    ['other-weakness', 3],
    ['style', 3],
  ]);
  expect(withoutEchoes(all.slice(1), rules)).toEqual(all.slice(1));
});
