import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Report, type Finding, type Location } from '@plumbline/core';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import Values from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { jsonReport } from './json.ts';
import { sarifReport } from './sarif/sarif.ts';
import { textReport, type TextOptions } from './text/text.ts';

const range = (file: string, line: number, from: number, to: number): Location => ({
  file,
  start: { line, column: from },
  end: { line, column: to },
});

const code = [
  "app.get('/user', (req, res) => {",
  '  const id = req.query.id;',
  '',
  '\tdb.query(`SELECT * FROM user WHERE id = ${id}`, send);',
  '});',
];
const snippet = { line: 10, lines: code };

const injection: Finding = {
  kind: 'code',
  rule: 'sql-injection',
  title: 'SQL injection',
  message: 'req.query.id reaches db.query, which runs it as SQL.',
  severity: 'critical',
  confidence: 'high',
  cwe: [89],
  owasp: ['A03:2021'],
  location: range('src/db access.js', 13, 11, 48),
  snippet,
  symbol: 'findUser',
  sink: 'pg.Client#query',
  evidence: [
    {
      is: 'flow',
      steps: [
        { role: 'source', message: 'comes from the request', location: range('src/db access.js', 11, 14, 26), snippet },
        { role: 'step', message: 'is put into a string', location: range('src/db access.js', 13, 44, 46), snippet },
        { role: 'sink', message: 'is run as SQL', location: range('src/db access.js', 13, 11, 48), snippet },
      ],
    },
  ],
  fingerprints: [
    { algorithm: 'match', version: 1, value: 'aa' },
    { algorithm: 'line', version: 1, value: 'bb' },
  ],
  recommendation: 'Pass values as parameters: `db.query(sql, [id])`.\n\nMore on this.',
  references: ['https://example.org/sql'],
  fixes: [
    {
      description: 'Pass the value as a parameter.',
      edits: [{ location: range('src/db access.js', 13, 42, 47), text: '$1' }],
    },
  ],
  suppressions: [],
};

const hash: Finding = {
  ...injection,
  rule: 'weak-hash',
  title: 'Weak hash',
  message: 'md5 is broken.',
  severity: 'medium',
  confidence: 'medium',
  cwe: [328],
  location: range('src/a.js', 1, 1, 4),
  snippet: { line: 1, lines: ['md5(x)'] },
  evidence: [{ is: 'match' }],
  fixes: [],
  suppressions: [{ by: 'comment', reason: 'a cache key', location: range('src/a.js', 1, 9, 20) }],
};

const library: Finding = {
  ...hash,
  kind: 'library',
  rule: 'CVE-2021-23337',
  title: 'Command injection in lodash',
  message: 'lodash 4.17.20 has the known vulnerability CVE-2021-23337.',
  severity: 'high',
  confidence: 'high',
  location: range('package-lock.json', 7, 5, 30),
  package: {
    id: 'package-lock.json#node_modules/lodash',
    purl: 'pkg:npm/lodash@4.17.20',
    advisory: 'CVE-2021-23337',
    aliases: [],
    fixedIn: ['4.17.21'],
    cvss: { vector: 'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H', score: 7.2 },
    epss: { probability: 0.0123, percentile: 0.85 },
  },
  risk: { score: 2.2, factors: [{ name: 'impact', value: 0.72, from: 'CVSS 3.1 base score 7.2' }] },
  recommendation: 'Update `lodash` from `4.17.20` to `4.17.21` or later.',
  suppressions: [],
};

const report: Report = {
  version: '1.0',
  tool: { name: 'plumbline', version: '0.1.0' },
  project: { name: 'shop', branch: 'main' },
  coverage: { kinds: ['code', 'library'], paths: [], rules: ['sql-injection', 'weak-hash'] },
  findings: [library, hash, injection],
  packages: [
    {
      id: 'package-lock.json#node_modules/lodash',
      purl: 'pkg:npm/lodash@4.17.20',
      ecosystem: 'npm',
      name: 'lodash',
      version: '4.17.20',
      origin: 'registry',
      scopes: ['runtime'],
      direct: false,
      location: range('package-lock.json', 7, 5, 30),
      licenses: ['MIT'],
      dependencies: [],
    },
  ],
  problems: [
    { code: 'parse-error', message: 'The text could not be read from here on.', file: 'src/odd.js', line: 3 },
    { code: 'file-too-large', message: 'Not read: 3.0 MiB, the limit is 2.0 MiB.', file: 'big.js' },
  ],
  stats: {
    files: 4,
    lines: 1234,
    bytes: 45678,
    skipped: { minified: 1 },
    languages: { javascript: 1234 },
    rules: 2,
    advisories: { count: 1, builtAt: '2026-01-01T00:00:00Z' },
  },
};

const empty: Report = { ...report, findings: [], packages: [], problems: [] };

describe('text', () => {
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
        severity  risk          package         fixed in  advisory
        high      2.2 EPSS 1 %  lodash 4.17.20  4.17.21   CVE-2021-23337
          shop/package-lock.json:7 (indirect)

        Fix  Update lodash from 4.17.20 to 4.17.21 or later.

      2 files not fully read
        shop/src/odd.js:3  The text could not be read from here on. (parse-error)
        shop/big.js  Not read: 3.0 MiB, the limit is 2.0 MiB. (file-too-large)

      2 findings: 1 critical, 1 high
      4 files · 1,234 lines · 2 rules · 1 package · 1 advisory in 0.8 s
      Suppressed: 1 by comment; --verbose shows them
      → Exit code 1.
      "
    `);
  });

  test('verbose adds what was suppressed and skipped', () => {
    const shown = text(report, { verbose: true, skips: [{ path: 'x.min.js', reason: 'minified' }] });
    expect(shown.split('\n')).toEqual(
      expect.arrayContaining(['  suppressed by comment: a cache key', 'Skipped', '  shop/x.min.js  minified']),
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

  test('the most urgent library first, whatever its severity', () => {
    const score = (risk: number, rule: string, more: object = {}): Finding => ({
      ...library,
      rule,
      risk: { score: risk, factors: [] },
      package: { ...library.package!, ...more },
    });
    const used = { kev: { added: '2026-01-01', ransomware: false } };
    const { risk: _, ...unknown } = { ...library, rule: 'CVE-4' };
    const findings = [score(0.4, 'CVE-1'), unknown, score(53, 'CVE-2', used), score(7.25, 'CVE-3')];
    const rows = text({ ...empty, findings }, { columns: 120 }).match(/^ {2}high.*CVE-\d/gm);
    expect(rows?.map((it) => it.replaceAll(/ +/g, ' '))).toEqual([
      ' high 53.0 KEV pkg:npm/lodash@4.17.20 4.17.21 CVE-2',
      ' high 7.3 EPSS 1 % pkg:npm/lodash@4.17.20 4.17.21 CVE-3',
      ' high 0.4 EPSS 1 % pkg:npm/lodash@4.17.20 4.17.21 CVE-1',
      ' high pkg:npm/lodash@4.17.20 4.17.21 CVE-4',
    ]);
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
});

test('json is the report itself', () => {
  const written: unknown = JSON.parse(jsonReport(report));
  expect(written).toEqual(report);
  expect(Values.Check(Report, written)).toBe(true);
});

/** The parts of a log that the tests look into. */
interface Place {
  readonly physicalLocation: { readonly artifactLocation: object; readonly region: { readonly startLine: number } };
  readonly message: { readonly text: string };
}
interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly rules: readonly {
            readonly id: string;
            readonly defaultConfiguration: { readonly level: string };
            readonly properties: object;
          }[];
        };
      };
      readonly results: readonly {
        readonly locations: readonly [Place];
        readonly suppressions?: readonly object[];
        readonly codeFlows: readonly [
          { readonly threadFlows: readonly [{ readonly locations: readonly { readonly location: Place }[] }] },
        ];
        readonly fixes: readonly [{ readonly artifactChanges: readonly object[] }];
      }[];
      readonly invocations: readonly [
        { readonly toolExecutionNotifications: readonly { readonly descriptor: { readonly id: string } }[] },
      ];
    },
  ];
}
type Result = Log['runs'][0]['results'][number];

describe('sarif', () => {
  const validate = schemaOfSarif();
  const written = (of: Report): Log => JSON.parse(sarifReport(of)) as Log;

  test('rules have their page as help, and its address', () => {
    const log = sarifReport(report, {
      text: (rule) => (rule === 'sql-injection' ? '# The page' : undefined),
      address: (rule) => `https://example.org/${rule}.md`,
    });
    const [rule] = (JSON.parse(log) as Log).runs[0].tool.driver.rules.filter((it) => it.id === 'sql-injection');
    expect(rule).toMatchObject({ help: { markdown: '# The page' }, helpUri: 'https://example.org/sql-injection.md' });
  });

  test('what is not about security has no security severity', () => {
    const [rule] = written({ ...empty, findings: [{ ...hash, category: 'performance' }] }).runs[0].tool.driver.rules;
    expect(rule?.properties).toMatchObject({
      tags: ['performance', 'external/cwe/cwe-328', 'external/owasp/a03-2021'],
    });
    expect(rule?.properties).not.toHaveProperty('security-severity');
  });

  test.each([
    ['a report', report],
    ['an empty report', empty],
    ['a report of strange things', strange()],
  ])('%s fits the official schema', (_, of) => {
    validate(written(of));
    expect(validate.errors).toBeNull();
  });

  test('the schema is really asked', () => {
    expect(
      validate({
        version: '2.1.0',
        runs: [{ tool: { driver: { name: '' } }, results: [{ message: {}, level: 'bad' }] }],
      }),
    ).toBe(false);
  });

  test('rules, results and their places', () => {
    const [run] = written(report).runs;
    expect(run.tool.driver.rules.map((it) => [it.id, it.defaultConfiguration.level, it.properties])).toEqual([
      [
        'CVE-2021-23337',
        'error',
        {
          tags: ['security', 'dependency', 'external/cwe/cwe-328', 'external/owasp/a03-2021'],
          precision: 'very-high',
          'problem.severity': 'error',
          'security-severity': '7.2',
        },
      ],
      [
        'sql-injection',
        'error',
        {
          tags: ['security', 'external/cwe/cwe-089', 'external/owasp/a03-2021'],
          precision: 'high',
          'problem.severity': 'error',
          'security-severity': '9.5',
        },
      ],
      [
        'weak-hash',
        'warning',
        {
          tags: ['security', 'external/cwe/cwe-328', 'external/owasp/a03-2021'],
          precision: 'medium',
          'problem.severity': 'warning',
          'security-severity': '5.5',
        },
      ],
    ]);
    const [lodash, md5, sql] = run.results as [Result, Result, Result];
    expect(lodash.locations[0].physicalLocation.artifactLocation).toEqual({
      uri: 'package-lock.json',
      uriBaseId: '%SRCROOT%',
    });
    expect(md5.suppressions).toMatchObject([{ kind: 'inSource', status: 'accepted', justification: 'a cache key' }]);
    expect(sql).toMatchObject({
      ruleId: 'sql-injection',
      ruleIndex: 1,
      level: 'error',
      partialFingerprints: { 'plumbline/match/v1': 'aa', 'plumbline/line/v1': 'bb' },
    });
    expect(sql.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'src/db%20access.js', uriBaseId: '%SRCROOT%' },
      region: {
        startLine: 13,
        startColumn: 11,
        endLine: 13,
        endColumn: 48,
        snippet: { text: '`SELECT * FROM user WHERE id = ${id}`' },
      },
      contextRegion: { startLine: 10, endLine: 14, snippet: { text: code.join('\n') } },
    });
    expect(
      sql.codeFlows[0].threadFlows[0].locations.map((it) => [
        it.location.physicalLocation.region.startLine,
        it.location.message.text,
      ]),
    ).toEqual([
      [11, 'comes from the request'],
      [13, 'is put into a string'],
      [13, 'is run as SQL'],
    ]);
    expect(sql.fixes[0].artifactChanges).toEqual([
      {
        artifactLocation: { uri: 'src/db%20access.js', uriBaseId: '%SRCROOT%' },
        replacements: [
          {
            deletedRegion: { startLine: 13, startColumn: 42, endLine: 13, endColumn: 47 },
            insertedContent: { text: '$1' },
          },
        ],
      },
    ]);
    expect(run.invocations[0].toolExecutionNotifications.map((it) => it.descriptor.id)).toEqual([
      'parse-error',
      'file-too-large',
    ]);
  });

  function strange(): Report {
    const file = 'a\nb/ü 😀\ud800%?#/[x].js';
    const odd: Finding = {
      ...injection,
      title: '',
      message: '',
      cwe: [],
      owasp: [''],
      references: ['not a url', 'http://'],
      recommendation: '',
      location: range(file, 1, 1, 1),
      evidence: [{ is: 'flow', steps: [{ role: 'step', message: '', location: range(file, 1, 1, 1) }] }],
      fixes: [{ description: '', edits: [{ location: range(file, 1, 1, 1), text: '' }] }],
      fingerprints: [],
    };
    return {
      ...report,
      findings: [odd, { ...odd, snippet: { line: 5, lines: [] } }, { ...odd, rule: '😀' }],
      problems: [{ code: 'x', message: '', file }],
    };
  }
});

/** The schema is draft 4 in all but a few words that newer validators want otherwise. */
function schemaOfSarif(): ValidateFunction {
  const { $schema: _draft, id: _id, ...schema } = sarifSchema as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  // The package is CommonJS; its types say otherwise.
  (formats as unknown as { default: (ajv: Ajv) => void }).default(ajv);
  return ajv.compile(schema);
}
