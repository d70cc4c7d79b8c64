import type { Finding, Report } from '@plumbline/core';
import { expect, test } from 'vitest';
import { empty, hash, injection, library, range, report } from '../../../testing/report.ts';
import { textReport, type TextOptions } from './text.ts';

const text = (of: Report, more: Partial<TextOptions> = {}): string =>
  `\n${textReport(of, { root: '/home/ann/shop', cwd: '/home/ann', color: false, columns: 90, ...more })}`;

test('code, library, problems, totals, what to do next', () => {
  expect(text(report, { milliseconds: 812, next: ['Exit code 1.'] })).toMatchInlineSnapshot(`
    "
    CRITICAL  SQL injection                                             sql-injection · CWE-89
      shop/src/db access.js:13:11 in findUser
      req.query.id reaches db.query, which runs it as SQL.

        11 │   const id = req.query.id;
        12 │
      > 13 │     db.query(\`SELECT * FROM user WHERE id = \${id}\`, send);
           │              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        14 │ });

      How the value gets there
        1  shop/src/db access.js:11  comes from the request  req.query.id
        2  shop/src/db access.js:13  is put into a string  id
        3  shop/src/db access.js:13  is run as SQL  \`SELECT * FROM user WHERE id = \${id}\`

      Fix  Pass the value as a parameter.
           + $1

    Vulnerable libraries
      high      lodash 4.17.20                                             risk 2.2 · EPSS 1 %
        shop/package-lock.json:7  (indirect)
        high      CVE-2021-23337  Command injection in lodash
        Fix  Update lodash from 4.17.20 to 4.17.21 or later.

    2 files not fully read
      shop/src/odd.js:3  The text could not be read from here on. (parse-error)
      shop/big.js  Not read: 3.0 MiB, the limit is 2.0 MiB. (file-too-large)

    2 findings: 1 critical, 1 high
    4 files · 1,234 lines · 2 rules · 1 package of 1 manifest · 1 advisory in 0.8 s
    Newer versions end 1 of 1 in libraries (plumb fix)
    Suppressed: 1 by comment; --verbose shows them
    → Exit code 1.
    "
  `);
});

test('verbose adds what was suppressed and skipped', () => {
  const shown = text(report, { verbose: true, skips: [{ path: 'x.min.js', reason: 'minified' }] });
  expect(shown.split('\n')).toEqual(
    expect.arrayContaining([
      '  suppressed by comment: a cache key',
      'Manifests',
      '  shop/package-lock.json  1 package',
      'Skipped',
      '  shop/x.min.js  minified',
    ]),
  );
});

test('nothing found', () => {
  expect(text(empty)).toBe('\nNo findings.\n4 files · 1,234 lines · 2 rules · 1 advisory\n');
  const odd = { ...empty.stats, unread: { javascript: 30, python: 7 } };
  expect(text({ ...empty, stats: odd })).toContain('2 rules · 3.0 % of the lines not understood · 1 advisory');
  expect(text({ ...empty, problems: report.problems })).toContain('No findings in what could be read.');
});

test('a rule with many findings does not bury the others: each finding has a line at least', () => {
  const many = Array.from({ length: 300 }, (_, at) => ({
    ...hash,
    suppressions: [],
    location: range('a.js', at + 1, 1, 4),
  }));
  const shown = text({ ...empty, findings: [...many, injection] });
  expect(shown.match(/^MEDIUM {2}Weak hash/gm)).toHaveLength(10);
  // Why is said once, not with each of them.
  expect(shown.match(/^ {2}md5 is broken\.$/gm)).toHaveLength(1);
  expect(shown.match(/^medium +shop\/a\.js:\d+:1 {2}Weak hash \(weak-hash\)$/gm)).toHaveLength(290);
  expect(shown.indexOf('CRITICAL  SQL injection')).toBe(1);
});

test('what is not about security: a rule in two lines, whole when all is asked for', () => {
  const style = (line: number): Finding => ({
    ...hash,
    rule: 'no-print',
    title: 'Print left over',
    category: 'best-practice',
    severity: 'low',
    suppressions: [],
    location: range('a.py', line, 1, 4),
  });
  const findings = [1, 2, 3, 4].map(style);
  const shown = text({ ...empty, findings: [...findings, injection] });
  expect(shown).toContain(
    [
      'Code quality',
      '  low      4× Print left over                                     no-print · best-practice',
      '           shop/a.py:1, shop/a.py:2, shop/a.py:3, …',
      '  --verbose shows each',
      '',
      '5 findings: 1 critical, 4 low',
    ].join('\n'),
  );
  expect(text({ ...empty, findings }, { verbose: true }).match(/^LOW {2}Print left over/gm)).toHaveLength(4);
});

test('licences that are not allowed', () => {
  const { package: _, ...rest } = library;
  const denied: Finding = { ...rest, rule: 'licence-denied', category: 'licence', message: 'lodash is under X.' };
  expect(text({ ...empty, findings: [denied] })).toContain(
    '\nLicences\n  high     shop/package-lock.json:7\n    lodash is under X.\n',
  );
});

test('among many findings those that are less sure take a line each', () => {
  const many = Array.from({ length: 11 }, (_, at) => ({ ...injection, location: range('a.js', at + 1, 1, 4) }));
  const guess: Finding = { ...injection, confidence: 'low', title: 'A guess', location: range('b.js', 3, 1, 4) };
  const shown = text({ ...empty, findings: [guess, ...many] });
  expect(shown).toContain(
    '\nLess sure (in tests, or through code that is not known)\ncritical shop/b.js:3:1  A guess (sql-injection)\n',
  );
  expect(text({ ...empty, findings: [guess] })).toContain('CRITICAL  A guess');
});

test('a rule links its page where the terminal opens links', () => {
  const shown = { root: '/', cwd: '/', columns: 90, addressOf: (it: string) => `https://example.org/${it}.md` };
  // eslint-disable-next-line no-control-regex -- links are made of them
  const links = /\u001b\]8;;(.*?)\u001b\\/g;
  const found = textReport({ ...empty, findings: [injection] }, { ...shown, color: true }).matchAll(links);
  expect(Array.from(found, (it) => it[1])).toEqual(['https://example.org/sql-injection.md', '']);
  expect(textReport({ ...empty, findings: [injection] }, { ...shown, color: false })).not.toContain('example.org');
});

test('problems of one kind are told once', () => {
  const many = Array.from({ length: 1200 }, (_, at) => ({
    code: 'parse-error',
    message: 'Odd.',
    file: `f${at}.js`,
    line: 1,
  }));
  expect(text({ ...empty, problems: many })).toContain(
    '\n1,200 files not fully read\n  shop/f0.js:1 and 1,199 more  Odd. (parse-error)\n  --verbose lists them all\n',
  );
  expect(text({ ...empty, problems: many }, { verbose: true })).toContain('  shop/f1199.js:1  Odd. (parse-error)\n');
});

test('no line is wider than the terminal', () => {
  const long = {
    ...injection,
    message: 'word '.repeat(100),
    snippet: { line: 13, lines: [`\t${'x = y; '.repeat(200)}`] },
  };
  for (const columns of [60, 80, 120]) {
    const lines = text({ ...report, findings: [long, library] }, { columns }).split('\n');
    expect(Math.max(...lines.map((it) => it.length))).toBeLessThanOrEqual(columns);
  }
});

test('what the project holds cannot steer the terminal', () => {
  const evil = '\u001b[2J\u001b]0;title\u0007\u202e\r\n';
  const bad: Finding = {
    ...injection,
    message: evil,
    title: evil,
    symbol: evil,
    location: { ...injection.location, file: evil },
    snippet: { line: 13, lines: [evil] },
    recommendation: evil,
    fixes: [],
  };
  const shown = text({ ...report, findings: [bad], problems: [{ code: 'x', message: evil, file: evil }] });
  // eslint-disable-next-line no-control-regex -- they must not be there
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  expect(shown).toContain('\\x1b[2J');
});

test('the underline stands below the range, also behind tabs and wide characters', () => {
  const wide: Finding = {
    ...injection,
    location: range('a.js', 1, 9, 13),
    snippet: { line: 1, lines: ["\t日本('é');eval(x)"] },
    evidence: [],
    fixes: [],
    recommendation: '',
  };
  const lines = text({ ...empty, findings: [wide] }).split('\n');
  const at = lines.findIndex((it) => it.includes('eval'));
  expect(lines.slice(at, at + 2)).toEqual(["  > 1 │     日本('é');eval(x)", '      │              ~~~~']);
});

test('a long line is shown around its range', () => {
  const line = `${'a = 1; '.repeat(100)}eval(x);${' b = 2;'.repeat(100)}`;
  const far: Finding = {
    ...injection,
    location: range('a.js', 1, 701, 708),
    snippet: { line: 1, lines: [line] },
    evidence: [],
    fixes: [],
    recommendation: '',
  };
  const lines = text({ ...empty, findings: [far] }).split('\n');
  const at = lines.findIndex((it) => it.includes('eval'));
  expect(lines[at]!.indexOf('eval(x)')).toBe(lines[at + 1]!.indexOf('~~~~~~~'));
});

test('colours when asked for', () => {
  expect(text(empty, { color: true })).toContain('\u001b[32mNo findings.\u001b[39m');
});
