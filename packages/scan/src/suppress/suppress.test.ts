import type { Finding } from '@plumbline/core';
import { expect, test } from 'vitest';
import { suppress } from './suppress.ts';

/** A finding of `rule` on every line with `sink`; comments are what stands between `/*`, `//` or `#` and their end. */
function suppressed(text: string, rule = 'sql-injection'): (string | undefined)[] {
  const comments = Array.from(text.matchAll(/\/\*[^]*?\*\/|(?:\/\/|#).*/g), (it) => ({
    start: it.index,
    end: it.index + it[0].length,
  }));
  const findings = text.split('\n').flatMap((line, index) => (line.includes('sink') ? [finding(rule, index + 1)] : []));
  return suppress(findings, text, comments).map((it) => {
    const [first] = it.suppressions;
    return first && `${first.location!.start.line}:${first.location!.start.column} ${first.reason ?? 'no reason'}`;
  });
}

const finding = (rule: string, line: number): Finding => ({
  kind: 'code',
  rule,
  title: '',
  message: '',
  severity: 'high',
  confidence: 'high',
  cwe: [],
  owasp: [],
  location: { file: 'a.js', start: { line, column: 1 }, end: { line, column: 5 } },
  evidence: [],
  fingerprints: [],
  references: [],
  fixes: [],
  suppressions: [],
});

test.each([
  ['on the line', 'sink(); // plumb-ignore', '1:9 no reason'],
  ['on the line before', '// plumb-ignore\nsink();', '1:1 no reason'],
  ['in a block comment', '/* plumb-ignore */\nsink();', '1:1 no reason'],
  [
    'on the last line of a block comment',
    'x;\n/* some\n   plumb-ignore -- checked above */\nsink();',
    '3:1 checked above',
  ],
  ['with the rule', 'sink(); // plumb-ignore: sql-injection', '1:9 no reason'],
  ['with several rules', 'sink(); // plumb-ignore: other, sql-injection -- ids are numbers', '1:9 ids are numbers'],
  ['without a rule but with a reason', 'sink(); // plumb-ignore -- ids are numbers', '1:9 ids are numbers'],
  ["Semgrep's word", 'sink(); # nosemgrep', '1:9 no reason'],
  ["Semgrep's short word, with a public id", 'sink(); # nosem: javascript.express.sql-injection', '1:9 no reason'],
  ['behind other words', 'sink(); // eslint-disable-line foo plumb-ignore', '1:9 no reason'],
  ['with Windows line ends', '// plumb-ignore -- why\r\nsink();\r\n', '1:1 why'],
])('%s', (_, text, found) => {
  expect(suppressed(text)).toEqual([found]);
});

test.each([
  ['two lines before', '// plumb-ignore\n\nsink();'],
  ['on the line after', 'sink();\n// plumb-ignore'],
  ['for another rule', 'sink(); // plumb-ignore: xss'],
  ['in a string', 'sink("plumb-ignore nosemgrep");'],
  ['as part of a word', 'sink(); // no-plumb-ignore plumb-ignored nosemantics'],
])('not %s', (_, text) => {
  expect(suppressed(text)).toEqual([undefined]);
});

test('each finding by its own comment', () => {
  expect(suppressed('sink();\nsink(); // plumb-ignore -- one\nx;\nsink();\n// nosem -- two\nsink();')).toEqual([
    undefined,
    '2:9 one',
    undefined,
    '5:1 two',
  ]);
});

test('a comment behind code is about its own line, not about the next', () => {
  expect(suppressed('sink(); // plumb-ignore\nsink();')).toEqual(['1:9 no reason', undefined]);
});

test.each([
  ['a file', 'sink()\n// plumb-ignore-file -- made by hand\nsink()', ['2:1 made by hand', '2:1 made by hand']],
  ['a file, of one rule', '// plumb-ignore-file: other-rule\nsink()', [undefined]],
  [
    'a block',
    'sink()\n// plumb-ignore-start: sql-injection -- old\nx\nsink()\nsink()\n// plumb-ignore-end: sql-injection\nsink()',
    [undefined, '2:1 old', '2:1 old', undefined],
  ],
  [
    'an end without rules ends all',
    '# plumb-ignore-start: a, sql-injection\nsink()\n# plumb-ignore-end\nsink()',
    ['1:1 no reason', undefined],
  ],
  ['an end of other rules ends nothing', '# plumb-ignore-start\n# plumb-ignore-end: a\nsink()', ['1:1 no reason']],
  ['no end', '# plumb-ignore-start\nx\nsink()', ['1:1 no reason']],
  ['a start is not about the next line alone', '# plumb-ignore-start\n# plumb-ignore-end\nsink()', [undefined]],
])('%s', (_, text, expected) => {
  expect(suppressed(text)).toEqual(expected);
});
