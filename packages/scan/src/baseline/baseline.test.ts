import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding, Report } from '@plumbline/core';
import { expect, test } from 'vitest';
import { againstBaseline } from './baseline.ts';

const finding = (value: string, line: number, more: Partial<Finding> = {}): Finding => ({
  kind: 'code',
  rule: 'sql-injection',
  title: 't',
  message: 'm',
  severity: 'high',
  confidence: 'high',
  cwe: [],
  owasp: [],
  location: { file: 'a.js', start: { line, column: 1 }, end: { line, column: 2 } },
  evidence: [],
  fingerprints: [{ algorithm: 'match', version: 1, value }],
  references: [],
  fixes: [],
  suppressions: [],
  ...more,
});

const report = (findings: readonly Finding[]): Report => ({
  version: '1.0',
  tool: { name: 'plumbline', version: '0.1.0' },
  project: { name: 'p' },
  findings,
  packages: [],
  problems: [],
  stats: { files: 0, lines: 0, bytes: 0, skipped: {}, languages: {}, rules: 0 },
});

function fileWith(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'plumb-baseline-')), 'base.json');
  writeFileSync(file, text);
  return file;
}

test('what an earlier report has is known, wherever it has moved; a second one like it is new', () => {
  const base = fileWith(JSON.stringify(report([finding('a', 10)])));
  const now = againstBaseline([finding('a', 25), finding('a', 12), finding('b', 10)], base);
  expect(now.map((it) => [it.location.start.line, it.suppressions])).toEqual([
    [25, []],
    [12, [{ by: 'baseline', reason: 'known since the baseline' }]],
    [10, []],
  ]);
});

test('a reason in the source text stays the only one', () => {
  const by = [{ by: 'comment' as const, reason: 'checked' }];
  const base = fileWith(JSON.stringify(report([finding('a', 1)])));
  expect(againstBaseline([finding('a', 1, { suppressions: by })], base)[0]!.suppressions).toEqual(by);
});

test.each([
  ['no JSON', 'x', 'is not a report of an earlier scan'],
  ['another version', JSON.stringify({ ...report([]), version: '9.0' }), 'it has version 9.0, not 1.0'],
  ['another shape', JSON.stringify({ ...report([]), findings: {} }), '/findings must be array'],
  ['a SARIF log', '{"version":"2.1.0","runs":[]}', 'it has version 2.1.0'],
])('%s is told', (_, text, message) => {
  expect(() => againstBaseline([], fileWith(text))).toThrow(
    expect.objectContaining({ code: 'baseline-invalid', message: expect.stringContaining(message) }),
  );
});

test('a file that is not there is told', () => {
  expect(() => againstBaseline([], '/nowhere/base.json')).toThrow(
    expect.objectContaining({ code: 'baseline-invalid' }),
  );
});
