import { expect, test } from 'vitest';
import { extract, healthFindings, match, advisoriesFrom, readLifecycles, withScorecards } from '../index.ts';
import type { Package } from '@plumbline/core';
import type { ProjectFiles } from '../project.ts';
import { healthRules } from './rules.ts';
import { likeAnother } from './names.ts';
import { repositoryNamed } from './scorecards.ts';

test.each([
  ['npm', 'lodahs', 'lodash'],
  ['npm', 'exppress', 'express'],
  ['npm', 'crossenv', 'cross-env'],
  ['npm', 'lodash', undefined],
  ['npm', 'preact', undefined],
  ['npm', 'mysql2', undefined],
  ['npm', 'left-pad', undefined],
  ['npm', '@shop/lodash', undefined],
  ['pypi', 'reqeusts', 'requests'],
  ['pypi', 'python3-dateutil', 'python-dateutil'],
  ['pypi', 'discord-py', undefined],
  ['pypi', 'Discord.py', undefined],
  ['pypi', 'pymssql', undefined],
  ['golang', 'lodahs', undefined],
] as const)('%s %s is nearly %s', (ecosystem, name, other) => {
  expect(likeAnother(ecosystem, name)).toBe(other);
});

const project = (files: Readonly<Record<string, string>>): ProjectFiles => ({
  paths: Object.keys(files),
  read: (path) => (files[path] === undefined ? undefined : Buffer.from(files[path])),
});

const products = [
  {
    name: 'nodejs',
    label: 'Node.js',
    category: 'framework',
    aliases: ['node'],
    identifiers: [{ type: 'purl', id: 'pkg:docker/library/node' }],
    releases: [
      cycle('26', '2029-04-30'),
      cycle('25', '2026-06-01'),
      { ...cycle('24', '2028-04-30', '24.19.0'), isLts: true },
      { ...cycle('22', '2027-04-30', '22.20.0'), isLts: true },
      { ...cycle('14', '2023-04-30', '14.21.3'), isLts: true },
    ],
  },
  {
    name: 'debian',
    label: 'Debian',
    category: 'os',
    releases: [
      { ...cycle('13', '2028-08-09'), codename: 'Trixie' },
      { ...cycle('12', '2026-01-11'), codename: 'Bookworm', isEoes: false, eoesFrom: '2028-06-30' },
      { ...cycle('10', '2022-09-10'), codename: 'Buster', isEoes: true, eoesFrom: '2024-06-30' },
    ],
  },
  {
    name: 'django',
    label: 'Django',
    category: 'framework',
    identifiers: [
      { type: 'cpe', id: 'cpe:2.3:a:djangoproject:django' },
      { type: 'purl', id: 'pkg:pypi/django' },
    ],
    releases: [{ ...cycle('5.2', '2028-04-30'), isLts: true }, cycle('4.2', '2026-04-07'), cycle('4.1', '2023-12-01')],
  },
  {
    name: 'angular',
    label: 'Angular',
    identifiers: [{ type: 'purl', id: 'pkg:npm/%40angular/core' }],
    releases: [cycle('21', '2027-05-19'), cycle('2', '2018-11-02'), { name: 'broken' }, 5],
  },
  {
    name: 'dotnet',
    label: '.NET',
    releases: [cycle('10', '2028-11-14'), cycle('5', '2022-05-10'), cycle('3.1', '2022-12-13')],
  },
  { name: 'dotnetfx', label: '.NET Framework', releases: [cycle('4.8', null), cycle('4.6.1', '2022-04-26')] },
  { name: 'go', label: 'Go', aliases: ['golang'], releases: [cycle('1.26', null), cycle('1.19', '2023-09-06')] },
  { name: 'php', label: 'PHP', releases: [cycle('8.4', '2028-12-31', '8.4.9'), cycle('7.4', '2022-11-28', '7.4.33')] },
  { name: 'spring-boot', label: 'Spring Boot', releases: [cycle('4.1', '2027-07-31'), cycle('2.7', '2023-06-30')] },
  { name: 'nothing' },
  'text',
];

function cycle(name: string, eolFrom: string | null, latest?: string): Readonly<Record<string, unknown>> {
  return { name, eolFrom, isEol: eolFrom !== null && eolFrom < '2026-03-01', latest: latest && { name: latest } };
}

const today = '2026-03-01';
const lifecycles = readLifecycles(products);

/** Rule, severity and the sentences before the advice. */
function found(files: Readonly<Record<string, string>>, rule?: string): unknown[] {
  const all = project(files);
  return healthFindings(extract(all).value, all, { today, lifecycles })
    .filter((it) => rule === undefined || it.rule === rule)
    .map((it) => [it.rule, it.severity, it.message.replace(` ${it.recommendation}`, '')]);
}

test('what an npm lock file says of its packages', () => {
  const text = JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { request: '^2', lodahs: '1' } },
      'node_modules/request': {
        version: '2.88.2',
        deprecated: 'request has been deprecated',
        dependencies: { old: '*' },
      },
      'node_modules/old': { version: '1.0.0', deprecated: 'use new', hasInstallScript: true },
      'node_modules/lodahs': { version: '1.0.0' },
    },
  });
  const files = { 'package-lock.json': text };
  expect(found(files)).toEqual([
    ['package-deprecated', 'medium', 'request 2.88.2 is marked as deprecated: request has been deprecated.'],
    ['package-deprecated', 'low', 'old 1.0.0 is marked as deprecated: use new.'],
    ['package-install-script', 'info', 'old 1.0.0 runs a script of its own on every machine that installs it.'],
    [
      'package-name-like-another',
      'medium',
      'lodahs is named nearly as lodash. Names like this are made to be typed by mistake, and to be installed with bad code in them.',
    ],
  ]);
  const [, old] = healthFindings(extract(project(files)).value, project(files), { today });
  expect(old!.evidence).toMatchObject([
    {
      is: 'declared',
      direct: false,
      via: ['package-lock.json#node_modules/request', 'package-lock.json#node_modules/old'],
    },
  ]);
});

test('what Composer says of packages that are given up', () => {
  const packages = [
    { name: 'a/b', version: '1.0.0', abandoned: 'c/d', 'notification-url': 'https://packagist.example/' },
    { name: 'e/f', version: '1.0.0', abandoned: true, 'notification-url': 'https://packagist.example/' },
    { name: 'g/h', version: '1.0.0', abandoned: false, 'notification-url': 'https://packagist.example/' },
  ];
  expect(found({ 'composer.lock': JSON.stringify({ packages, 'packages-dev': [] }) })).toEqual([
    ['package-deprecated', 'medium', 'a/b 1.0.0 is marked as deprecated: use c/d.'],
    ['package-deprecated', 'medium', 'e/f 1.0.0 is marked as deprecated.'],
  ]);
});

const eol = (files: Readonly<Record<string, string>>): unknown[] =>
  healthFindings(extract(project(files)).value, project(files), { today, lifecycles })
    .filter((it) => it.rule === 'package-end-of-life')
    .map((it) => [it.severity, it.location.start.line, it.message]);

const nodeGone = (shown: string): string =>
  `Node.js 14 (${shown}) has had no security fixes since 2023-04-30. Move to Node.js 24, which is supported until 2028-04-30.`;

test.each([
  ['.nvmrc', 'v14.17.0\n', [['medium', 1, nodeGone('node 14.17.0')]]],
  ['.nvmrc', '22\n', []],
  ['.tool-versions', '# ours\nnodejs 14.21.3\n', [['medium', 2, nodeGone('nodejs 14.21.3')]]],
  [
    'requirements.txt',
    'django==4.1.13\n',
    [
      [
        'medium',
        1,
        'Django 4.1 (django 4.1.13) has had no security fixes since 2023-12-01. Move to Django 5.2, which is supported until 2028-04-30.',
      ],
    ],
  ],
  [
    'requirements.txt',
    'django==4.2\n',
    [
      [
        'info',
        1,
        'Django 4.2 (django 4.2) gets security fixes until 2026-04-07: 37 days more. Move to Django 5.2, which is supported until 2028-04-30.',
      ],
    ],
  ],
  ['requirements.txt', 'django==4.10.1\n', []],
  ['requirements.txt', 'django>=4.1\n', []],
  // Long over, and everything else runs on it; a stage that only builds is another thing.
  [
    'Dockerfile',
    'FROM debian:buster-slim\n',
    [
      [
        'high',
        1,
        'Debian 10 (debian buster-slim) has had no security fixes since 2022-09-10. Move to Debian 13, which is supported until 2028-08-09.',
      ],
    ],
  ],
  ['Dockerfile', 'FROM node:14 AS build\nRUN make\nFROM node:22\n', [['low', 1, nodeGone('node 14')]]],
  [
    'Dockerfile',
    'FROM docker.io/library/node:14-alpine\n',
    [['medium', 1, nodeGone('docker.io/library/node 14-alpine')]],
  ],
  [
    'Dockerfile',
    'FROM node:22-bookworm-slim\n',
    [
      [
        'low',
        1,
        'Debian 12 (node 22-bookworm-slim) has had no security fixes since 2026-01-11. Extended support, by subscription or volunteers, goes on until 2028-06-30. Move to Debian 13, which is supported until 2028-08-09.',
      ],
    ],
  ],
  ['Dockerfile', 'FROM node:latest\nFROM node:lts\nFROM someone/node:14\nFROM node\n', []],
  ['Dockerfile', `FROM node:14@sha256:${'a'.repeat(64)}\n`, [['medium', 1, nodeGone(`node sha256:${'a'.repeat(64)}`)]]],
  [
    'go.mod',
    'module a\n\ngo 1.19\n',
    [['info', 3, expect.stringContaining('Go 1.19 (stdlib 1.19) has had no') as unknown]],
  ],
  [
    'package.json',
    '{\n  "engines": { "node": "14.x || ^14.2" }\n}',
    [['medium', 2, nodeGone('engines.node 14.x || ^14.2')]],
  ],
  ['package.json', '{ "engines": { "npm": "6", "node": ">=14" } }', []],
  [
    'composer.json',
    '{"require": {"php": "^7.4"}}',
    [['medium', 1, expect.stringContaining('PHP 7.4 (php ^7.4)') as unknown]],
  ],
  ['composer.json', '{"require": {"php": "^7.4 || ^8.0"}}', []],
  [
    'a.csproj',
    '<Project>\n<PropertyGroup><TargetFrameworks>net461;netcoreapp3.1</TargetFrameworks></PropertyGroup></Project>',
    [['medium', 2, expect.stringContaining('.NET 3.1 (net461;netcoreapp3.1) has had no') as unknown]],
  ],
  ['a.csproj', '<Project><TargetFrameworks>netstandard2.0;net5.0</TargetFrameworks></Project>', []],
  [
    'pom.xml',
    '<project><parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId>\n<version>2.7.18</version></parent></project>',
    [['medium', 2, expect.stringContaining('Spring Boot 2.7 (spring-boot 2.7.18) has had no') as unknown]],
  ],
  [
    'build.gradle.kts',
    'plugins {\n  id("org.springframework.boot") version "2.7.18"\n}',
    [['medium', 2, expect.stringContaining('Spring Boot 2.7') as unknown]],
  ],
  ['e2e/Dockerfile', 'FROM debian:10\n', [['low', 1, expect.stringContaining('Debian 10') as unknown]]],
  ['a.csproj', '<Project><TargetFramework>net10.0</TargetFramework></Project>', []],
] as const)('end of life in %s: %j', (file, text, expected) => {
  expect(eol({ [file]: text })).toEqual(expected);
});

const aPackage: Package = {
  id: 'status#a',
  purl: 'pkg:deb/debian/a@1',
  ecosystem: 'deb',
  name: 'a',
  version: '1',
  origin: 'registry',
  distribution: 'debian:10',
  scopes: [],
  direct: false,
  location: { file: 'status', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
  licenses: [],
  dependencies: [],
};

test('the system of many packages is told of once, and a framework of many parts', () => {
  const nothing = project({});
  const system = healthFindings([aPackage, { ...aPackage, id: 'status#b', name: 'b' }], nothing, { today, lifecycles });
  expect(system.map((it) => [it.rule, it.severity, it.message.split('. ')[0]])).toEqual([
    ['package-end-of-life', 'high', 'Debian 10 (debian:10) has had no security fixes since 2022-09-10'],
  ]);
  expect(healthFindings([aPackage], nothing, { today })).toEqual([]);
});

const advisory = (informational: string, more: object = {}): string =>
  JSON.stringify({
    id: 'RUSTSEC-2021-0139',
    modified: '2021-01-01T00:00:00Z',
    summary: 'ansi is unmaintained',
    affected: [
      {
        package: { ecosystem: 'crates.io', name: 'ansi' },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0.0.0-0' }] }],
        database_specific: { informational },
      },
    ],
    ...more,
  });

test('advisories that are no vulnerabilities have rules of their own and no risk', () => {
  const lock =
    'version = 3\n\n[[package]]\nname = "ansi"\nversion = "0.12.1"\nsource = "registry+https://index.example"\n';
  const { value: packages } = extract(project({ 'Cargo.lock': lock }));
  const matched = (text: string): unknown[] =>
    match(packages, advisoriesFrom([{ file: 'a.json', text }], today).value).value.map((it) => [
      it.rule,
      it.severity,
      it.category,
      it.message,
      it.package?.advisory,
      it.risk?.score,
    ]);
  const says = (rule: string, text: string, severity = 'low'): unknown[] => [
    [rule, severity, 'health', `ansi 0.12.1 ${text} (RUSTSEC-2021-0139).`, 'RUSTSEC-2021-0139', undefined],
  ];
  expect(matched(advisory('unmaintained'))).toEqual(says('package-unmaintained', 'is not maintained any more'));
  expect(matched(advisory('notice'))).toEqual(says('package-notice', 'has a notice', 'info'));
  expect(matched(advisory('unsound'))).toEqual([
    ['package-unsound', 'low', 'health', expect.any(String), 'RUSTSEC-2021-0139', undefined],
  ]);
  const rated = advisory('unsound', {
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
  });
  expect(matched(rated)).toMatchObject([
    ['RUSTSEC-2021-0139', 'critical', undefined, expect.any(String), 'RUSTSEC-2021-0139', expect.any(Number)],
  ]);
});

test('what Scorecard says of the repository of a library', () => {
  const cards = new Map([
    ['github.com/a/old', { score: 2.1, date: '2026-01-05', isArchived: true }],
    ['github.com/a/good', { score: 7.5, date: '', isArchived: false }],
  ]);
  const files = project({
    'go.mod': 'module m\n\ngo 1.26\n\nrequire (\n\tgithub.com/a/old/v2 v2.0.0\n\tgithub.com/A/good v1.0.0\n)\n',
  });
  const { value: packages } = extract(files);
  const scorecardOf = (it: string): ReturnType<typeof cards.get> => cards.get(it);
  expect(
    healthFindings(packages, files, { today, scorecardOf }).map((it) => [it.rule, it.severity, it.message]),
  ).toEqual([
    [
      'package-unmaintained',
      'low',
      'github.com/a/old/v2 v2.0.0 is from github.com/a/old, which is archived, as of 2026-01-05. Move to another library, or take this one over.',
    ],
    [
      'package-low-scorecard',
      'low',
      'OpenSSF Scorecard gives github.com/a/old, where github.com/a/old/v2 v2.0.0 is from, 2.1 of 10, as of 2026-01-05. Look at what the score is made of before you rely on the library.',
    ],
  ]);
  expect(withScorecards(packages, scorecardOf).map((it) => it.scorecard)).toEqual([
    { score: 2.1, date: '2026-01-05' },
    { score: 7.5, date: '' },
    undefined,
  ]);
});

test.each([
  ['https://github.com/A/b.git', 'github.com/a/b'],
  ['git+ssh://git@github.com/a/b.git#main', 'github.com/a/b'],
  ['git@gitlab.com:a/b', 'gitlab.com/a/b'],
  ['github.com/a/b/v2/sub', 'github.com/a/b'],
  ['golang.org/x/net', undefined],
  ['', undefined],
])('the repository of %s', (address, expected) => {
  expect(repositoryNamed(address)).toBe(expected);
});

test('rules are in order of their ids and have what a page needs', () => {
  const ids = healthRules.map((it) => it.id);
  expect(ids).toEqual(ids.toSorted());
  for (const it of healthRules) expect([it.message, it.advice, it.title].every((text) => text.length > 10)).toBe(true);
});
