import type { Rule } from '@plumbline/catalog';
import { expect, test } from 'vitest';
import { analyserOf } from '../../testing/analyser.ts';

function findingsOf(keys: object, path: string, text: string): unknown[] {
  const rule: Rule = { id: 'r', message: 'Uses $X. Do not.', severity: 'ERROR', languages: ['python'], ...keys };
  return analyserOf({ rules: [rule], models: [] })
    .analyse({ path, text })
    .findings.map(({ message, title, severity, cwe, location, fixes, symbol, fingerprints }) => {
      const edits = fixes.flatMap((it) => it.edits.map((edit) => edit.text));
      return { message, title, severity, cwe, line: location.start.line, edits, symbol, marks: fingerprints.length };
    });
}

test("a rule of the user's becomes a finding with its message, its facts and its fix", () => {
  const rule = { pattern: 'insecure.call($X)', fix: 'safe($X)', metadata: { cwe: ['CWE-95: Eval'] } };
  expect(findingsOf(rule, 'a.py', 'import insecure as i\ndef f(a):\n  return i.call(a.b)\n')).toEqual([
    {
      message: 'Uses a.b. Do not.',
      title: 'Uses $X.',
      severity: 'high',
      cwe: [95],
      line: 3,
      edits: ['safe(a.b)'],
      symbol: 'f',
      marks: 3,
    },
  ]);
});

test('a pattern that cannot be read is a problem, and the file is analysed all the same', () => {
  const bad: Rule = {
    id: 'r',
    message: 'm',
    severity: 'INFO',
    languages: ['python'],
    pattern: 'f(',
    origin: { file: 'r.yaml', parts: { '': { line: 2, column: 3 }, pattern: { line: 3, column: 5 } } },
  };
  const analysis = analyserOf({ rules: [bad], models: [] }).analyse({ path: 'a.py', text: 'f()\n' });
  expect(analysis.problems).toMatchObject([
    { code: 'rule-invalid', message: expect.stringContaining('rule r (line 3, column 5)') },
  ]);
});

test('JavaScript with types in it is read as TypeScript', () => {
  const keys = { pattern: 'f($X)', languages: ['javascript'] };
  expect(findingsOf(keys, 'a.js', 'const [a] = use<boolean>(false);\nf(a)\n')).toMatchObject([{ line: 2 }]);
});
