import { Finding as FindingSchema, type Finding, type Problem } from '@plumbline/core';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { expect, test } from 'vitest';
import { advisoriesFrom, combine, extract, match, type ProjectFiles } from '../index.ts';

const lock = JSON.stringify(
  {
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { direct: '^1', fork: 'me/fork', evil: '*' } },
      'node_modules/direct': { version: '1.0.0', dependencies: { middle: '1' } },
      'node_modules/middle': { version: '1.0.0', dependencies: { weak: '1' } },
      'node_modules/weak': { version: '1.2.0' },
      'node_modules/direct/node_modules/weak': { version: '1.2.0' },
      'node_modules/fork': { version: '1.2.0', resolved: 'git+https://git.example/fork.git#00' },
      'node_modules/evil': { version: '0.0.1' },
    },
  },
  undefined,
  2,
);

const weak = {
  id: 'GHSA-aaaa-bbbb-cccc',
  modified: '2026-01-01T00:00:00Z',
  aliases: ['CVE-2026-0001'],
  summary: 'weak runs what it reads',
  severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
  affected: [
    {
      package: { ecosystem: 'npm', name: 'weak' },
      ranges: [
        {
          type: 'SEMVER',
          events: [{ introduced: '0' }, { fixed: '1.1.5' }, { introduced: '1.2.0' }, { fixed: '1.2.3' }],
        },
        { type: 'SEMVER', events: [{ introduced: '2.0.0' }, { fixed: '2.0.1' }] },
      ],
    },
  ],
  references: [
    { type: 'WEB', url: 'https://example.com/advisory' },
    { type: 'WEB', url: 'javascript:alert(1)' },
  ],
  database_specific: { severity: 'CRITICAL', cwe_ids: ['CWE-94', 'nonsense'] },
};

function scan(
  records: readonly object[],
  files: Readonly<Record<string, string>> = { 'package-lock.json': lock },
): { findings: readonly Finding[]; problems: readonly Problem[] } {
  const project: ProjectFiles = {
    paths: Object.keys(files),
    read: (path) => (path in files ? Buffer.from(files[path]!) : undefined),
  };
  const texts = records.map((it, at) => ({ file: `${at}.json`, text: JSON.stringify(it) }));
  const { value: source, problems } = advisoriesFrom(texts, '2026-01-02T00:00:00.000Z');
  expect(problems).toEqual([]);
  const read = match(extract(project).value, source, { files: project });
  expect(Check(Type.Array(FindingSchema), read.value)).toBe(true);
  return { findings: read.value, problems: read.problems };
}

test('a finding says what, where, how it comes in and how it goes', () => {
  const { findings } = scan([weak]);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    kind: 'library',
    rule: 'CVE-2026-0001',
    title: 'weak runs what it reads',
    message: 'weak 1.2.0 has the known vulnerability CVE-2026-0001. It comes in through direct → middle, 2 times.',
    severity: 'critical',
    confidence: 'high',
    cwe: [94],
    location: { file: 'package-lock.json', start: { line: 23, column: 5 } },
    snippet: { line: 23, lines: ['    "node_modules/weak": {'] },
    package: {
      purl: 'pkg:npm/weak@1.2.0',
      advisory: 'CVE-2026-0001',
      aliases: ['GHSA-aaaa-bbbb-cccc'],
      fixedIn: ['1.2.3', '2.0.1'],
    },
    recommendation:
      'Update `weak` from `1.2.0` to `1.2.3` or later (fixed in `1.2.3`, `2.0.1`), by updating `direct` or by an override.',
    references: ['https://example.com/advisory'],
  });
  expect(findings[0]?.evidence).toMatchObject([
    {
      is: 'declared',
      direct: false,
      via: [
        'package-lock.json#node_modules/direct',
        'package-lock.json#node_modules/middle',
        'package-lock.json#node_modules/weak',
      ],
    },
    { is: 'declared', location: { start: { line: 26 } } },
  ]);
});

test('advisories of one vulnerability are one finding, of one package only', () => {
  const twin = { ...weak, id: 'OTHER-1', aliases: ['CVE-2026-0001'], summary: 'the same elsewhere' };
  const chain = { ...weak, id: 'OTHER-2', aliases: ['OTHER-1'] };
  const second = { ...weak, id: 'OTHER-3', aliases: [] };
  const { findings } = scan([twin, weak, chain, second]);
  expect(findings.map((it) => [it.rule, it.package?.aliases])).toEqual([
    ['CVE-2026-0001', ['GHSA-aaaa-bbbb-cccc', 'OTHER-1', 'OTHER-2']],
    ['OTHER-3', []],
  ]);
  expect(findings[0]?.title).toBe('weak runs what it reads');
});

test('the identity holds when the version, the place or the name of the advisory changes', () => {
  const [before] = scan([{ ...weak, aliases: [] }]).findings;
  const [after] = scan([weak], { 'other/package-lock.json': lock.replaceAll('"1.2.0"', '"1.2.1"') }).findings;
  const print = (it: Finding | undefined, algorithm: string): string | undefined =>
    it?.fingerprints.find((one) => one.algorithm === algorithm)?.value;
  expect(after?.package?.purl).toBe('pkg:npm/weak@1.2.1');
  expect(print(after, 'alias')).toBe(print(before, 'alias'));
  expect(print(after, 'advisory')).not.toBe(print(before, 'advisory'));
  const [moved] = scan([weak], { 'package-lock.json': lock }).findings;
  expect(moved?.fingerprints).toEqual(after?.fingerprints);
});

test('a malicious package is critical, whatever it says itself', () => {
  const evil = {
    id: 'MAL-2026-1',
    modified: '2026-01-01T00:00:00Z',
    summary: 'Malicious code in evil (npm)',
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N' }],
    affected: [
      { package: { ecosystem: 'npm', name: 'evil' }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }] },
    ],
  };
  const { findings } = scan([evil]);
  expect(findings).toMatchObject([
    { rule: 'MAL-2026-1', title: 'evil is a malicious package', severity: 'critical', cwe: [506] },
  ]);
  const unpinned = { ...evil, affected: [{ ...evil.affected[0], package: { ecosystem: 'PyPI', name: 'Evil_Pack' } }] };
  expect(scan([unpinned], { 'requirements.txt': 'evil.pack>=1\n' }).findings).toMatchObject([
    { rule: 'MAL-2026-1', location: { file: 'requirements.txt' } },
  ]);
});

test('a fork from git, a withdrawn advisory and another ecosystem match nothing', () => {
  const named = (ecosystem: string, name: string): object => ({
    ...weak,
    affected: [{ ...weak.affected[0], package: { ecosystem, name } }],
  });
  expect(scan([named('npm', 'fork')]).findings).toEqual([]);
  expect(scan([{ ...weak, withdrawn: '2026-02-01T00:00:00Z' }]).findings).toEqual([]);
  expect(scan([named('PyPI', 'weak')]).findings).toEqual([]);
  expect(scan([named('npm', 'Weak')]).findings).toEqual([]);
});

test('says what it cannot decide', () => {
  const odd = {
    ...weak,
    affected: [
      { package: { ecosystem: 'npm', name: 'weak' }, ranges: [{ type: 'SEMVER', events: [{ introduced: 'then' }] }] },
    ],
  };
  expect(scan([odd])).toMatchObject({
    findings: [],
    problems: [
      {
        code: 'version-unreadable',
        message: 'Whether GHSA-aaaa-bbbb-cccc applies to weak 1.2.0 is not known: a version in it cannot be read.',
        file: 'package-lock.json',
      },
      {},
    ].slice(0, 1),
  });
  const python = { ...weak, affected: [{ ...weak.affected[0], package: { ecosystem: 'PyPI', name: 'weak' } }] };
  expect(scan([python], { 'requirements.txt': '# deps\nweak>=1\n' })).toMatchObject({
    findings: [],
    problems: [{ code: 'version-not-pinned', file: 'requirements.txt', line: 2 }],
  });
});

test('severity: CVSS 4 before 3 before 2, then the word of the database, then medium', () => {
  const of = (severity: readonly object[], word?: string): string | undefined =>
    scan([{ ...weak, severity, database_specific: word === undefined ? {} : { severity: word } }]).findings[0]
      ?.severity;
  const v4 = { type: 'CVSS_V4', score: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N' };
  const v3 = { type: 'CVSS_V3', score: 'CVSS:3.0/AV:N/AC:H/PR:L/UI:R/S:U/C:L/I:N/A:N' };
  const v2 = { type: 'CVSS_V2', score: 'AV:N/AC:L/Au:N/C:P/I:P/A:P' };
  expect(of([v3, v4])).toBe('critical');
  expect(of([v2, v3])).toBe('low');
  expect(of([v2])).toBe('high');
  expect(of([{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N' }], 'MODERATE')).toBe('medium');
  expect(of([{ type: 'CVSS_V3', score: 'junk' }], 'LOW')).toBe('low');
  expect(of([], 'constructor')).toBe('medium');
});

test('several sources are one, and the same record counts once', () => {
  const source = (): ReturnType<typeof advisoriesFrom>['value'] =>
    advisoriesFrom([{ file: 'a.json', text: JSON.stringify(weak) }], '2026-01-02T00:00:00.000Z').value;
  const project: ProjectFiles = { paths: ['package-lock.json'], read: () => Buffer.from(lock) };
  const both = combine([source(), source()]);
  expect(both.count).toBe(2);
  expect(match(extract(project).value, both).value).toHaveLength(1);
});

test('a package from git is compared with advisories about commits of its repository', () => {
  const commit = (letter: string): string => letter.repeat(40);
  const git = {
    id: 'OSV-2026-1',
    modified: '2026-01-01T00:00:00Z',
    affected: [
      {
        ranges: [
          {
            type: 'GIT',
            repo: 'https://git.example/fork',
            events: [{ introduced: commit('a') }, { fixed: commit('b') }],
          },
        ],
      },
    ],
  };
  const at = (sha: string): ReturnType<typeof scan> =>
    scan([git], { 'package-lock.json': lock.replace('fork.git#00', `fork.git#${sha}`) });
  expect(at(commit('a')).findings).toMatchObject([
    { rule: 'OSV-2026-1', package: { purl: 'pkg:npm/fork@1.2.0', fixedIn: [commit('b')] } },
  ]);
  expect(at(commit('b'))).toEqual({ findings: [], problems: [] });
  expect(at(commit('c'))).toMatchObject({
    findings: [],
    problems: [
      {
        code: 'commit-unplaced',
        message:
          'Whether OSV-2026-1 applies to fork at cccccccccccc is not known: only the history of its repository could tell.',
      },
    ],
  });
});

test('a package of an operating system is compared with the advisories of its release', () => {
  const debian = (release: string, fixed: string): object => ({
    ...weak,
    id: `DSA-${release}`,
    aliases: [],
    affected: [
      {
        package: { ecosystem: `Debian:${release}`, name: 'weak' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed }] }],
      },
    ],
  });
  const texts = [debian('11', '1.2-1'), debian('12', '1.3-1')].map((it, at) => ({
    file: `${at}.json`,
    text: JSON.stringify(it),
  }));
  const place = { line: 1, column: 1 };
  const found = {
    id: 'status#weak',
    purl: 'pkg:deb/debian/weak@1.2-1',
    ecosystem: 'deb',
    name: 'weak',
    version: '1.2-1',
    origin: 'registry',
    scopes: ['runtime'],
    direct: true,
    location: { file: 'status', start: place, end: place },
    licenses: [],
    dependencies: [],
  } as const;
  const source = advisoriesFrom(texts, '2026-01-02T00:00:00.000Z').value;
  const rules = (distribution: string): readonly string[] =>
    match([{ ...found, distribution }], source).value.map((it) => it.rule);
  expect(rules('debian:11')).toEqual([]);
  expect(rules('debian:12')).toEqual(['DSA-12']);
  expect(rules('debian:13')).toEqual([]);
});

test('a finding carries its measures and its risk', () => {
  const texts = [{ file: 'a.json', text: JSON.stringify(weak) }];
  const source = {
    ...advisoriesFrom(texts, '2026-01-02T00:00:00.000Z').value,
    attacksOn: (id: string) =>
      id === 'CVE-2026-0001'
        ? { epss: { probability: 0.25, percentile: 0.97 }, kev: { added: '2026-01-05', ransomware: false } }
        : undefined,
  };
  const project: ProjectFiles = { paths: ['package-lock.json'], read: () => Buffer.from(lock) };
  const [finding] = match(extract(project).value, source, { exposure: 'internet' }).value;
  expect(finding?.package).toMatchObject({
    cvss: { score: 9.8, vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' },
    epss: { probability: 0.25, percentile: 0.97 },
    kev: { added: '2026-01-05', ransomware: false },
  });
  expect(finding?.risk?.score).toBe(58.2);
  expect(finding?.risk?.factors.map((it) => [it.name, it.value])).toEqual([
    ['impact', 0.98],
    ['likelihood', 0.9],
    ['reach', 0.6],
    ['scope', 1],
    ['exposure', 1.1],
  ]);
});

test('of an action pinned by its commit the release counts that its line names', () => {
  const advisory = {
    ...weak,
    affected: [
      {
        package: { ecosystem: 'GitHub Actions', name: 'owner/action' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '41' }] }],
      },
    ],
  };
  const commit = '0123456789abcdef0123456789abcdef01234567';
  const uses = (line: string): ReturnType<typeof scan> =>
    scan([advisory], { '.github/workflows/ci.yml': `jobs:\n  a:\n    steps:\n      - uses: owner/action@${line}\n` });
  expect(uses(`${commit} # v40.2.1`).findings).toMatchObject([
    { package: { purl: `pkg:github/owner/action@${commit}`, fixedIn: ['41'] } },
  ]);
  expect(uses(`${commit} # v41.0.0`).findings).toEqual([]);
  expect(uses(commit)).toMatchObject({ findings: [], problems: [{ code: 'version-unreadable' }] });
});
