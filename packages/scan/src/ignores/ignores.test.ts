import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Finding, Package } from '@plumbline/core';
import { expect, test } from 'vitest';
import { ignoreFormats } from './formats.ts';
import { ignore, ignoresNear, ignoresOfVex, type Ignore } from './index.ts';

const finding = (purl: string, advisory: string, file = 'app/package-lock.json'): Finding => ({
  kind: 'library',
  rule: advisory,
  title: 't',
  message: 'm',
  severity: 'high',
  confidence: 'high',
  cwe: [],
  owasp: [],
  location: { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
  package: { id: purl, purl, advisory, aliases: ['GHSA-aaaa-bbbb-cccc'], fixedIn: [] },
  evidence: [],
  fingerprints: [],
  references: [],
  fixes: [],
  suppressions: [],
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'plumb-ignores-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const lodash = finding('pkg:npm/lodash@4.17.20', 'CVE-2021-1');

/** What every format makes of a file of its own. */
const cases: Readonly<Record<string, readonly [text: string, expected: readonly object[]]>> = {
  'osv-scanner.toml': [
    `[[IgnoredVulns]]
id = "CVE-2021-1"
ignoreUntil = 2027-03-04
reason = "not called"

[[PackageOverrides]]
name = "lodash"
version = "4.17.20"
ignore = true
reason = "ours"

[[PackageOverrides]]
name = "kept"
license.override = ["MIT"]
`,
    [
      { ids: ['CVE-2021-1'], reason: 'not called', until: '2027-03-04', line: 2 },
      { packages: ['lodash@4.17.20'], reason: 'ours', line: 7 },
    ],
  ],
  '.trivyignore': [
    '# not called\nCVE-2021-1\n\nCVE-2021-2 exp:2027-03-04 # old\n',
    [
      { ids: ['CVE-2021-1'], reason: 'not called', line: 2 },
      { ids: ['CVE-2021-2'], reason: 'old', until: '2027-03-04', line: 4 },
    ],
  ],
  '.trivyignore.yaml': [
    `vulnerabilities:
  - id: CVE-2021-1
    paths: ["app/**"]
    purls: ["pkg:npm/lodash"]
    statement: not called
    expired_at: 2027-03-04
`,
    [
      {
        ids: ['CVE-2021-1'],
        paths: ['app/**'],
        packages: ['pkg:npm/lodash'],
        reason: 'not called',
        until: '2027-03-04',
        line: 2,
      },
    ],
  ],
  '.grype.yaml': [
    `ignore:
  - vulnerability: CVE-2021-1
    reason: not called
    package: { name: lodash, version: 4.17.20, location: "/app/**" }
  - fix-state: wont-fix
`,
    [{ ids: ['CVE-2021-1'], packages: ['lodash@4.17.20'], paths: ['app/**'], reason: 'not called', line: 2 }],
  ],
  '.snyk': [
    `version: v1.25.0
ignore:
  SNYK-JS-LODASH-1:
    - 'express > lodash':
        reason: not called
        expires: 2027-03-04T00:00:00.000Z
    - '*':
        reason: all
`,
    [
      { ids: ['SNYK-JS-LODASH-1'], packages: ['lodash'], reason: 'not called', until: '2027-03-04', line: 4 },
      { ids: ['SNYK-JS-LODASH-1'], reason: 'all', line: 4 },
    ],
  ],
};

test.each(ignoreFormats.map((it) => [it.names[0]!, it] as const))('%s', (name, { read }) => {
  const [text, expected] = cases[name]!;
  expect(read(text, { file: name, folder: '' })).toEqual(expected.map((it) => ({ ...it, file: name, folder: '' })));
});

const entry = (said: Partial<Ignore>): Ignore => ({
  folder: '',
  file: 'plumbline.yaml',
  line: 3,
  reason: 'r',
  ...said,
});
const isIgnored = (said: Partial<Ignore>): boolean =>
  ignore({ findings: [lodash], packages: [] }, [entry(said)], '2026-01-01').findings[0]!.suppressions.length > 0;

test.each<[Partial<Ignore>, boolean]>([
  [{ ids: ['CVE-2021-1'] }, true],
  [{ ids: ['ghsa-aaaa-bbbb-cccc'] }, true],
  [{ ids: ['CVE-2021-2'] }, false],
  [{ packages: ['lodash'] }, true],
  [{ packages: ['lodash@4.17.20'] }, true],
  [{ packages: ['pkg:npm/lodash@4.17.21'] }, false],
  [{ packages: ['pkg:npm/lod*'] }, true],
  [{ paths: ['app/'] }, true],
  [{ paths: ['*.json'] }, false],
  [{ paths: ['**/*.json'] }, true],
  [{ folder: 'app', paths: ['package-lock.json'] }, true],
  [{ folder: 'other' }, false],
  [{ ids: ['CVE-2021-1'], until: '2025-12-31' }, false],
  [{ ids: ['CVE-2021-1'], until: '2026-01-01' }, true],
])('%j: %s', (said, expected) => {
  expect(isIgnored(said)).toBe(expected);
});

test('a name of Maven, and one with a scope', () => {
  const maven = finding('pkg:maven/org.a/b@1.0', 'CVE-1');
  const scoped = finding('pkg:npm/%40a/b@1.0', 'CVE-1');
  const all = ignore(
    { findings: [maven, scoped], packages: [] },
    [entry({ packages: ['org.a:b'] }), entry({ packages: ['@a/b'] })],
    '2026-01-01',
  );
  expect(all.findings.map((it) => it.suppressions.length)).toEqual([1, 1]);
});

test('what does nothing, has ended or gives no reason is told, with its place', () => {
  const { reason: _, ...silent } = entry({ ids: ['CVE-2021-1'] });
  const ignores = [entry({ ids: ['CVE-9'] }), entry({ ids: ['CVE-2021-1'], until: '2020-01-01' }), silent];
  const { problems, findings } = ignore({ findings: [lodash], packages: [] }, ignores, '2026-01-01');
  expect(problems).toEqual([
    {
      code: 'ignore-unused',
      message: 'Nothing here is CVE-9: the entry ignores nothing and can go.',
      file: 'plumbline.yaml',
      line: 3,
    },
    { code: 'ignore-ended', message: 'Ignoring CVE-2021-1 has ended on 2020-01-01.', file: 'plumbline.yaml', line: 3 },
    {
      code: 'ignore-reason',
      message: 'Say why CVE-2021-1 is ignored: give a reason.',
      file: 'plumbline.yaml',
      line: 3,
    },
  ]);
  expect(findings[0]?.suppressions).toMatchObject([{ by: 'config', location: { file: 'plumbline.yaml' } }]);
});

test('files of other scanners hold in their folder and below; a broken one is a problem', () => {
  const root = folderOf({ 'app/.trivyignore': 'CVE-2021-1\n', '.snyk': '{', 'other/.trivyignore': 'CVE-2021-1\n' });
  const { ignores, problems } = ignoresNear(root, [lodash]);
  expect(ignores.map((it) => [it.file, it.folder])).toEqual([['app/.trivyignore', 'app']]);
  expect(problems).toMatchObject([{ code: 'ignore-unread', file: '.snyk' }]);
});

const documents = {
  'openvex.json': {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    statements: [
      {
        vulnerability: { name: 'CVE-2021-1' },
        products: [{ '@id': 'pkg:generic/shop', subcomponents: [{ '@id': 'pkg:npm/lodash' }] }],
        status: 'not_affected',
        justification: 'vulnerable_code_not_in_execute_path',
      },
      { vulnerability: { name: 'CVE-2021-9' }, products: [{ '@id': 'pkg:npm/lodash' }], status: 'affected' },
    ],
  },
  'cyclonedx.json': {
    bomFormat: 'CycloneDX',
    components: [{ 'bom-ref': 'l', purl: 'pkg:npm/lodash@4.17.20' }],
    vulnerabilities: [
      { id: 'CVE-2021-1', affects: [{ ref: 'l' }], analysis: { state: 'false_positive', detail: 'never called' } },
    ],
  },
  'csaf.json': {
    document: { category: 'csaf_vex' },
    product_tree: {
      branches: [
        { branches: [{ product: { product_id: 'P', product_identification_helper: { purl: 'pkg:npm/lodash' } } }] },
      ],
    },
    vulnerabilities: [
      {
        cve: 'CVE-2021-1',
        product_status: { known_not_affected: ['P'] },
        threats: [{ category: 'impact', details: 'not reachable', product_ids: ['P'] }],
      },
    ],
  },
};

test.each([
  ['openvex.json', 'vulnerable_code_not_in_execute_path'],
  ['cyclonedx.json', 'never called'],
  ['csaf.json', 'not reachable'],
] as const)('what %s says does no harm', (name, reason) => {
  const root = folderOf({ [name]: JSON.stringify(documents[name]) });
  const ignores = ignoresOfVex([join(root, name)], () => name);
  const { findings, problems } = ignore(
    { findings: [lodash, finding('pkg:npm/other@1', 'CVE-2021-1')], packages: [] },
    ignores,
    '2026-01-01',
  );
  expect(findings.map((it) => it.suppressions.map((one) => one.reason))).toEqual([[reason], []]);
  expect(problems).toEqual([]);
});

test('what is no VEX document is a mistake of the user', () => {
  const root = folderOf({ 'a.json': '{}', 'b.json': '{' });
  for (const name of ['a.json', 'b.json'])
    expect(() => ignoresOfVex([join(root, name)], () => name)).toThrow(
      expect.objectContaining({ code: 'vex-invalid' }),
    );
  expect(() => ignoresOfVex([join(root, 'c.json')], () => 'c')).toThrow(
    expect.objectContaining({ code: 'path-not-found' }),
  );
});

test('what is told of a library that is no vulnerability is ignored by its name, and by the id of an advisory', () => {
  const { package: _, ...rest } = finding('pkg:npm/old@1.0.0', 'package-deprecated');
  const evidence = [{ is: 'declared' as const, location: rest.location, direct: true, via: ['lock#old'] }];
  const health: Finding = { ...rest, category: 'health', evidence };
  const packages = [{ id: 'lock#old', purl: 'pkg:npm/old@1.0.0' } as Package];
  const isIgnored = (entries: readonly Ignore[]): boolean =>
    ignore({ findings: [health], packages }, entries, '2026-01-01').findings[0]!.suppressions.length > 0;
  expect(isIgnored([entry({ ids: ['package-deprecated'], packages: ['pkg:npm/old'] })])).toBe(true);
  expect(isIgnored([entry({ ids: ['package-deprecated'], packages: ['pkg:npm/other'] })])).toBe(false);
  const crate = {
    ...finding('pkg:cargo/ansi@1.0.0', 'RUSTSEC-2021-0139'),
    rule: 'package-unmaintained',
    category: 'health',
  };
  const ignored = ignore({ findings: [crate], packages: [] }, [entry({ ids: ['RUSTSEC-2021-0139'] })], '2026-01-01');
  expect(ignored.findings[0]!.suppressions).toHaveLength(1);
});
