import { expect, test } from 'vitest';
import { analyserOf } from '../../testing/analyser.ts';
import { readRule } from '../patterns/rule/read-rule.ts';

function findingsOf(keys: object, path: string, text: string): unknown[] {
  const { rule } = readRule(
    { id: 'r', message: 'Uses $X. Do not.', severity: 'ERROR', languages: ['python'], ...keys },
    () => ({ line: 1, column: 1 }),
  );
  return analyserOf({ rules: [], models: [], patternRules: [rule!] })
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
  const bad = readRule({ id: 'r', message: 'm', severity: 'INFO', languages: ['python'], pattern: 'f(' }, () => ({
    line: 3,
    column: 5,
  }));
  const analysis = analyserOf({ rules: [], models: [], patternRules: [bad.rule!] }).analyse({
    path: 'a.py',
    text: 'f()\n',
  });
  expect(analysis.problems).toMatchObject([
    { code: 'rule-invalid', message: expect.stringContaining('rule r (line 3, column 5)') },
  ]);
});
