import type { Finding, Location, Report } from '@plumbline/core';

export const range = (file: string, line: number, from: number, to: number): Location => ({
  file,
  start: { line, column: from },
  end: { line, column: to },
});

export const code = [
  "app.get('/user', (req, res) => {",
  '  const id = req.query.id;',
  '',
  '\tdb.query(`SELECT * FROM user WHERE id = ${id}`, send);',
  '});',
];
const snippet = { line: 10, lines: code };

export const injection: Finding = {
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

export const hash: Finding = {
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

export const library: Finding = {
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

export const report: Report = {
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

export const empty: Report = { ...report, findings: [], packages: [], problems: [] };
