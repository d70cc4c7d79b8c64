import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { placeShown, Report } from '@plumbline/core';
import Values from 'typebox/value';
import { expect, test } from 'vitest';
import { zipOf } from '../../sca/testing/archives.ts';
import { crateList, elfOf, goInfo } from '../../sca/testing/programs.ts';
import { scan, type ScanOptions } from './scan.ts';

const advisories = [
  ['GHSA-jar', 'Maven', 'com.example:lib', 'ECOSYSTEM', '1.0', '1.5'],
  ['GHSA-guess', 'Maven', 'old-thing:old-thing', 'ECOSYSTEM', '0', '9'],
  ['GO-text', 'Go', 'golang.org/x/text', 'SEMVER', '0', '0.3.3'],
  ['GO-stdlib', 'Go', 'stdlib', 'SEMVER', '1.22.0-0', '1.22.2'],
  ['GO-later', 'Go', 'stdlib', 'SEMVER', '1.23.0-0', '1.23.2'],
  ['RUSTSEC-time', 'crates.io', 'time', 'SEMVER', '0', '0.2.23'],
].map(([id, ecosystem, name, type, introduced, fixed]) => ({
  schema_version: '1.6.0',
  id,
  modified: '2026-01-02T03:04:05Z',
  summary: id,
  affected: [{ package: { ecosystem, name }, ranges: [{ type, events: [{ introduced }, { fixed }] }] }],
}));

const lib = zipOf([
  {
    name: 'META-INF/maven/com.example/lib/pom.properties',
    content: 'groupId=com.example\nartifactId=lib\nversion=1.4\n',
  },
]);
const modules = 'path\tm.example/app\nmod\tm.example/app\t(devel)\t\ndep\tgolang.org/x/text\tv0.3.0\th1:x=\n';
const files: Readonly<Record<string, Uint8Array | string>> = {
  'plumbline.yaml': 'advisories: [own]\n',
  ...Object.fromEntries(advisories.map((it) => [`own/${it.id}.json`, JSON.stringify(it)])),
  'deploy/shop.war': zipOf([{ name: 'WEB-INF/lib/lib-1.4.jar', content: lib }]),
  'deploy/old-thing-2.0.jar': zipOf([{ name: 'a.txt', content: 'x' }]),
  'bin/server': elfOf([{ name: '.go.buildinfo', content: goInfo('go1.22.1', modules) }]),
  'bin/tool.static': elfOf([
    { name: '.dep-v0', content: crateList([{ name: 'time', version: '0.1.42', source: 'crates.io' }]) },
  ]),
  'node_modules/a/a.jar': lib,
  LICENSE: 'MIT',
};

function project(): string {
  const root = mkdtempSync(join(tmpdir(), 'plumb-inside-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  chmodSync(join(root, 'bin/tool.static'), 0o755);
  return root;
}

async function scanned(cwd: string, more: Partial<ScanOptions> = {}): Promise<Report> {
  const report = await scan({ paths: [], cwd, advisories: join(cwd, 'no-store'), ...more });
  expect(Values.Check(Report, report)).toBe(true);
  return report;
}

const told = ({ findings }: Report): string[] =>
  findings
    .filter((it) => it.package !== undefined && !it.rule.startsWith('dependency-'))
    .map((it) => `${it.rule} ${it.confidence} ${placeShown(it.location)} ${it.package!.fixedIn.join(' ')}`);

const wanted = [
  'GO-stdlib high bin/server 1.22.2',
  'GO-text high bin/server v0.3.3',
  'RUSTSEC-time high bin/tool.static 0.2.23',
  'GHSA-guess low deploy/old-thing-2.0.jar 9',
  'GHSA-jar high deploy/shop.war!/WEB-INF/lib/lib-1.4.jar 1.5',
];

test.each([undefined, 'sca' as const])('libraries in archives and programs have findings (%s)', async (only) => {
  const cwd = project();
  const { problems, stats, ...report } = await scanned(cwd, { only });
  expect(told({ problems, stats, ...report })).toEqual(wanted);
  expect(problems).toEqual([]);
  expect(stats.skipped).toMatchObject({ dependencies: 1 });
  expect(
    report.findings.filter((it) => /^(?:GO-stdlib|GHSA-jar)$/.test(it.rule)).map((it) => it.recommendation),
  ).toEqual([
    'Build `bin/server` with Go `1.22.2` or later.',
    'Update `com.example:lib` from `1.4` to `1.5` or later where `deploy/shop.war` is built, or take a newer `deploy/shop.war`.',
  ]);
});

test('a file that is asked for by name, and what is new in a change', async () => {
  const cwd = project();
  const named = await scanned(cwd, { paths: ['node_modules/a/a.jar', 'own', 'plumbline.yaml'] });
  expect(told(named)).toEqual(['GHSA-jar high node_modules/a/a.jar 1.5']);
  const git = (...args: readonly string[]): Buffer =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  expect(told(await scanned(cwd, { diff: 'HEAD' }))).toEqual([]);
  writeFileSync(join(cwd, 'deploy/new.zip'), zipOf([{ name: 'lib-1.4.jar', content: lib }]));
  expect(told(await scanned(cwd, { diff: 'HEAD' }))).toEqual(['GHSA-jar high deploy/new.zip!/lib-1.4.jar 1.5']);
});
