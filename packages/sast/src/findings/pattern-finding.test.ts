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

test('a rule with kinds and patterns finds what either of them finds', () => {
  const both: Rule = {
    id: 'weak-hash',
    languages: ['py'],
    severity: 'HIGH',
    message: '$SINK $DETAIL',
    'use-kinds': ['weak-hash'],
    patterns: [{ pattern: 'home_made_hash($X)' }, { 'metavariable-regex': { metavariable: '$X', regex: 'secret' } }],
  };
  const text = 'import hashlib\nhashlib.md5(a)\nhome_made_hash(secret_a)\nhome_made_hash(b)\n';
  const { findings } = analyserOf({ rules: [both] }).analyse({ path: 'a.py', text });
  expect(findings.map((it) => it.location.start.line)).toEqual([2, 3]);
});

test('what a rule with `redact` finds is shown nowhere: the group or metavariable of that name, or all of it', () => {
  const secret = 'c0rrect-h0rse-battery';
  const rule = (id: string, formula: object): Rule => {
    return {
      id,
      languages: ['regex'],
      severity: 'HIGH',
      message: 'Found $1$SECRET.',
      metadata: { redact: true },
      ...formula,
    };
  };
  const rules = [
    rule('group', { 'pattern-regex': 'key=(?<secret>\\S+)' }),
    rule('all', { 'pattern-regex': 'c0rrect\\S+' }),
    { ...rule('code', { pattern: 'login("$SECRET")' }), languages: ['python'] },
  ];
  const shown = (it: Rule, text: string): string => {
    const { findings } = analyserOf({ rules: [it], models: [] }).analyse({ path: 'a.py', text });
    expect(findings).toHaveLength(1);
    return JSON.stringify(findings);
  };
  expect(shown(rules[0]!, `# key=${secret}\n`)).not.toContain('h0rse');
  expect(shown(rules[1]!, `# ${secret}\n`)).not.toContain('h0rse');
  expect(shown(rules[2]!, `login("${secret}")\n`)).not.toContain('h0rse');
});

test('metavariables stand in what the metadata say, too', () => {
  const metadata = { recommendation: 'Call `safe_$F`.', references: ['https://example.org/$F'] };
  const rule: Rule = { id: 'r', languages: ['python'], severity: 'HIGH', message: 'm', metadata, pattern: '$F(1)' };
  const found = (it: Rule): unknown[] =>
    analyserOf({ rules: [it], models: [] })
      .analyse({ path: 'a.py', text: 'run(1)\n' })
      .findings.map(({ recommendation, references }) => [recommendation, references]);
  expect(found(rule)).toEqual([['Call `safe_run`.', ['https://example.org/run']]]);
  expect(found({ ...rule, metadata: { ...metadata, redact: true } })).toEqual([
    ['Call `safe_$F`.', ['https://example.org/$F']],
  ]);
});
