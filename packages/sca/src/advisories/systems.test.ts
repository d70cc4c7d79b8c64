import type { Finding, Problem } from '@plumbline/core';
import { expect, test } from 'vitest';
import { advisoriesFrom, extract, match } from '../index.ts';

interface Affected {
  readonly ecosystem: string;
  readonly name: string;
  readonly fixed: string;
}

function advisory(id: string, affected: readonly Affected[], cve = 'CVE-2026-0001'): object {
  return {
    id,
    modified: '2026-01-01T00:00:00Z',
    upstream: [cve],
    summary: `${cve} in a library`,
    affected: affected.map(({ ecosystem, name, fixed }) => ({
      package: { ecosystem, name },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed }] }],
    })),
  };
}

function scan(
  records: readonly object[],
  files: Readonly<Record<string, string>>,
): { readonly findings: readonly Finding[]; readonly problems: readonly Problem[] } {
  const project = {
    paths: Object.keys(files),
    read: (path: string) => (path in files ? Buffer.from(files[path]!) : undefined),
  };
  const texts = records.map((it, at) => ({ file: `${at}.json`, text: JSON.stringify(it) }));
  const source = advisoriesFrom(texts, '2026-01-02T00:00:00.000Z').value;
  const { value: findings, problems } = match(extract(project).value, source, { files: project });
  return { findings, problems };
}

const debian = (version: string, release = 'ID=debian\nVERSION_ID="12"\n'): Readonly<Record<string, string>> => ({
  'var/lib/dpkg/status': `Package: libssl3\nStatus: install ok installed\nSource: openssl (${version})\nVersion: 1:${version}\n`,
  'etc/os-release': release,
});

const dsa = advisory('DEBIAN-CVE-2026-0001', [
  { ecosystem: 'Debian:12', name: 'openssl', fixed: '3.0.11-1~deb12u2' },
  { ecosystem: 'Debian:11', name: 'openssl', fixed: '1.1.1w-0+deb11u1' },
]);

test("Debian's advisories name sources, their versions and a release; the finding names the package", () => {
  expect(scan([dsa], debian('3.0.11-1~deb12u1')).findings).toMatchObject([
    {
      rule: 'CVE-2026-0001',
      message: 'libssl3 1:3.0.11-1~deb12u1 has the known vulnerability CVE-2026-0001.',
      package: {
        purl: 'pkg:deb/debian/libssl3@1:3.0.11-1~deb12u1?distro=debian-12&upstream=openssl%403.0.11-1~deb12u1',
        fixedIn: ['3.0.11-1~deb12u2'],
      },
    },
  ]);
  expect(scan([dsa], debian('3.0.11-1~deb12u2')).findings).toEqual([]);
  // Another release has versions of its own.
  expect(scan([dsa], debian('1.1.1n-0', 'ID=debian\nVERSION_ID="13"\n')).findings).toEqual([]);
  expect(scan([dsa], debian('1.1.1n-0', 'ID=debian\nVERSION_ID="11"\n')).findings).toHaveLength(1);
});

test.each([
  ['Ubuntu:22.04:LTS', 'ID=ubuntu\nVERSION_ID="22.04"\n', 1],
  ['Ubuntu:Pro:22.04:LTS', 'ID=ubuntu\nVERSION_ID="22.04"\n', 0],
  ['Ubuntu:24.04:LTS', 'ID=ubuntu\nVERSION_ID="22.04"\n', 0],
  ['Debian:12', 'ID=ubuntu\nVERSION_ID="22.04"\n', 0],
])('what %s says counts for %j: %i', (ecosystem, release, count) => {
  const record = advisory('USN-1-1', [{ ecosystem, name: 'openssl', fixed: '4' }]);
  expect(scan([record], debian('3.0', release)).findings).toHaveLength(count);
});

const alpine = (release: string): Readonly<Record<string, string>> => ({
  'lib/apk/db/installed': 'P:libcrypto3\nV:3.1.4-r1\no:openssl\n\nP:busybox\nV:1.36.1-r0\n',
  'etc/os-release': release,
});

test.each([
  ['Alpine:v3.18', 'ID=alpine\nVERSION_ID=3.18.4\n', ['libcrypto3']],
  ['Alpine:v3.19', 'ID=alpine\nVERSION_ID=3.18.4\n', []],
  ['Wolfi', 'ID=wolfi\nVERSION_ID=20230201\n', ['libcrypto3']],
  ['Chainguard', 'ID=chainguard\nVERSION_ID=20230214\n', ['libcrypto3']],
  ['Chainguard', 'ID=wolfi\nVERSION_ID=20230201\n', []],
])('%s counts for %j', (ecosystem, release, wanted) => {
  const record = advisory('A-1', [{ ecosystem, name: 'openssl', fixed: '3.1.4-r2' }]);
  const names = scan([record], alpine(release)).findings.map((it) => it.message.split(' ')[0]);
  expect(names).toEqual(wanted);
});

const rpm = (release: string): Readonly<Record<string, string>> => ({
  'var/lib/rpmmanifest/container-manifest-2': `openssl-libs\t3.0.7-24\t1\t1\tv\t1\t9\tx86_64\t1\topenssl-3.0.7-24.src.rpm\nperl-Digest\t1.17-1\t1\t1\tv\t(none)\t9\tnoarch\t0\tperl-5.32.1-480.src.rpm\n`,
  'etc/os-release': release,
});

test.each([
  [
    'Azure Linux:3',
    'ID=azurelinux\nVERSION_ID="3.0"\n',
    { name: 'openssl', fixed: '1:3.0.7-25' },
    ['openssl-libs fixed in 1:3.0.7-25'],
  ],
  ['Azure Linux:3', 'ID=azurelinux\nVERSION_ID="3.0"\n', { name: 'openssl', fixed: '0:3.0.7-25' }, []],
  [
    'Rocky Linux:9',
    'ID="rocky"\nVERSION_ID="9.3"\n',
    { name: 'openssl-libs', fixed: '1:3.0.7-25' },
    ['openssl-libs fixed in 1:3.0.7-25'],
  ],
  // A part of Perl has a version of its own, and its source another.
  ['Mageia:9', 'ID=mageia\nVERSION_ID=9\n', { name: 'perl', fixed: '5.32.1-481' }, ['perl-Digest fixed in 5.32.1-481']],
  ['Mageia:9', 'ID=mageia\nVERSION_ID=9\n', { name: 'perl', fixed: '1.18-1' }, []],
  // These list what a source becomes, one by one.
  ['Red Hat:enterprise_linux:9::baseos', 'ID="rhel"\nVERSION_ID="9.3"\n', { name: 'openssl', fixed: '1:3.0.7-25' }, []],
  [
    'Red Hat:enterprise_linux:9::baseos',
    'ID="centos"\nVERSION_ID="9"\n',
    { name: 'openssl-libs', fixed: '1:3.0.7-25' },
    ['openssl-libs fixed in 1:3.0.7-25'],
  ],
  [
    'SUSE:Linux Enterprise Module for Basesystem 15 SP5',
    'ID="sles"\nVERSION_ID="15.5"\n',
    { name: 'openssl', fixed: '1:3.0.7-25' },
    ['openssl-libs fixed in 1:3.0.7-25'],
  ],
])('%s for %j, %j', (ecosystem, release, affected, wanted) => {
  const { findings } = scan([advisory('RPM-1', [{ ecosystem, ...affected }])], rpm(release));
  expect(findings.map((it) => `${it.message.split(' ')[0]!} fixed in ${it.package!.fixedIn.join()}`)).toEqual(wanted);
});

test('packages that nobody could judge are told of, with the reason', () => {
  const problems = (release: string): string[] =>
    scan([dsa], { ...alpine(release) }).problems.map((it) => `${it.code}: ${it.message}`);
  expect(problems('ID=alpine\nVERSION_ID=3.18.4\n')).toEqual([
    'system-not-judged: 2 packages of alpine 3.18.4 were not judged: there is no advisory about any of them. Those of operating systems are fetched when they are named, as in `plumb db update --ecosystem Debian:12`.',
  ]);
  expect(problems('ID=postmarketos\n')).toEqual([
    'system-not-judged: 2 packages of postmarketos were not judged: OSV has no advisories of this distribution.',
  ]);
  expect(problems('')).toEqual([
    'system-not-judged: 2 packages of an unknown distribution (apk) were not judged: no os-release says which distribution they are of.',
  ]);
  expect(scan([dsa], debian('3.0.11-1~deb12u2')).problems).toEqual([]);
});

const brought = {
  'var/lib/dpkg/status':
    'Package: python3-requests\nStatus: install ok installed\nSource: requests\nVersion: 2.28.1+dfsg-1\n',
  'var/lib/dpkg/info/python3-requests.list': '/usr/lib/python3/dist-packages/requests-2.28.1.egg-info/PKG-INFO\n',
  'usr/lib/python3/dist-packages/requests-2.28.1.egg-info/PKG-INFO': 'Name: requests\nVersion: 2.28.1\n',
  'etc/os-release': 'ID=debian\nVERSION_ID="12"\n',
};
const pysec = advisory('PYSEC-2026-1', [{ ecosystem: 'PyPI', name: 'requests', fixed: '2.31.0' }]);
const debianOf = (fixed: string): object =>
  advisory('DEBIAN-CVE-2026-0001', [{ ecosystem: 'Debian:12', name: 'requests', fixed }]);
const told = (records: readonly object[]): string[] =>
  scan(records, brought).findings.map((it) => `${it.package!.purl.split('@')[0]!} ${it.confidence}`);

test("a library that the system's package brought is found once, and as the distribution judges it", () => {
  // Mended by Debian; the library's version is what it was.
  expect(told([pysec, debianOf('2.28.1+dfsg-1')])).toEqual([]);
  expect(told([pysec, debianOf('2.28.1+dfsg-1+deb12u1')])).toEqual(['pkg:deb/debian/python3-requests high']);
  // Debian says nothing of it.
  expect(told([pysec])).toEqual(['pkg:pypi/requests low']);
  expect(
    told([pysec, advisory('DSA-1', [{ ecosystem: 'Debian:12', name: 'requests', fixed: '0' }], 'CVE-2020-1')]),
  ).toEqual(['pkg:pypi/requests low']);
  expect(scan([pysec], brought).findings[0]!.message).toContain(
    'It came with python3-requests 2.28.1+dfsg-1 of debian 12, which may have mended it and kept the version.',
  );
});
