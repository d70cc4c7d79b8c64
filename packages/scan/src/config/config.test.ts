import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, type Config } from './config.ts';

const folderWith = (yaml: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-config-'));
  writeFileSync(join(folder, 'plumbline.yaml'), yaml);
  return folder;
};
const read = (yaml: string): Config => {
  const folder = folderWith(yaml);
  return readConfig(folder, folder);
};

test('all keys', () => {
  const folder = folderWith(`
project: shop
exclude: [test/**, '!vendor/ours']
include: [src/]
rules:
  paths: [security/rules]
  defaults: off
  ids:
    weak-hash: off
    eval: on
    sql-injection: critical
    long-function: { severity: low, category: ours, arguments: { most: 80, words: [a, b] } }
  categories: { code-style: on }
  packs: [security]
  in:
    ./tests/:
      categories: { security: off }
      ids: { eval: { on: false } }
advisories: [advisories]
registries:
  npm: https://npm.mirror.example
  maven: [https://one.example, https://two.example]
  python: '3.11'
licenses:
  otherwise: review
  rules:
    - { deny: [class:network-copyleft], reason: we run a service, scopes: [runtime] }
    - { allow: [class:permissive], until: 2027-01-01 }
  packages:
    - { package: pkg:npm/odd, license: MIT OR ISC, reason: asked }
ignore:
  - { id: CVE-2026-1, package: [a, b], path: legacy/, reason: not called, until: 2027-01-01 }
vex: [vex.json]
fail-on: medium
fail-unsure: on
`);
  expect(readConfig(folder, folder)).toEqual({
    folder,
    file: join(folder, 'plumbline.yaml'),
    project: 'shop',
    exclude: ['test/**', '!vendor/ours'],
    include: ['src/'],
    rules: {
      paths: [join(folder, 'security/rules')],
      defaults: false,
      ids: new Map([
        ['weak-hash', { on: false }],
        ['eval', { on: true }],
        ['sql-injection', { on: true, severity: 'critical' }],
        ['long-function', { on: true, severity: 'low', category: 'ours', arguments: { most: 80, words: ['a', 'b'] } }],
      ]),
      categories: new Map([['code-style', { on: true }]]),
      packs: ['security'],
      areas: [
        {
          folder: 'tests',
          categories: new Map([['security', { on: false }]]),
          ids: new Map([['eval', { on: false }]]),
        },
      ],
    },
    advisories: [join(folder, 'advisories')],
    db: { maxAge: 7, sources: {} },
    registries: {
      urls: { npm: ['https://npm.mirror.example'], maven: ['https://one.example', 'https://two.example'] },
      python: '3.11',
    },
    licences: {
      otherwise: 'review',
      rules: [
        { verdict: 'deny', licences: ['class:network-copyleft'], reason: 'we run a service', scopes: ['runtime'] },
        { verdict: 'allow', licences: ['class:permissive'], until: '2027-01-01' },
      ],
      overrides: [
        {
          package: 'pkg:npm/odd',
          reason: 'asked',
          licence: {
            is: 'or',
            of: [
              { is: 'licence', id: 'MIT', orLater: false },
              { is: 'licence', id: 'ISC', orLater: false },
            ],
          },
        },
      ],
    },
    ignores: [
      {
        ids: ['CVE-2026-1'],
        packages: ['a', 'b'],
        paths: ['legacy/'],
        reason: 'not called',
        until: '2027-01-01',
        line: 32,
      },
    ],
    vex: [join(folder, 'vex.json')],
    failOn: 'medium',
    failUnsure: true,
    failFixable: false,
  });
});

test.each([
  ['nothing', ''],
  ['a comment', '# later\n'],
  ['no file', undefined],
])('%s is fine', (_, yaml) => {
  const folder = yaml === undefined ? mkdtempSync(join(tmpdir(), 'plumb-config-')) : folderWith(yaml);
  expect(readConfig(folder, folder)).toMatchObject({ folder, exclude: [], rules: { defaults: true, paths: [] } });
});

test('a folder inside a repository has the settings of the repository', () => {
  const repository = folderWith('project: whole\n');
  mkdirSync(join(repository, '.git'));
  mkdirSync(join(repository, 'a/b'), { recursive: true });
  expect(readConfig(join(repository, 'a/b'), repository)).toMatchObject({ folder: repository, project: 'whole' });
});

test('settings above the repository are not ours', () => {
  const above = folderWith('project: above\n');
  mkdirSync(join(above, 'repository/.git'), { recursive: true });
  expect(readConfig(join(above, 'repository'), above)).not.toHaveProperty('project');
});

test.each([
  [
    'unknown key',
    'project: a\nexcludes: [b]\n',
    '2:1: unknown key "excludes"; known keys are project, exclude, include, rules, advisories, db, registries, exposure, licenses, ignore, vex, fail-on, fail-unsure, fail-fixable',
  ],
  [
    'unknown key inside',
    'rules:\n  path: [b]\n',
    '2:3: unknown key "path"; known keys are defaults, packs, paths, pages, categories, ids, in',
  ],
  ['text for a list', 'exclude: test\n', '1:1: exclude: expected a list'],
  ['no text', 'exclude:\n  - a\n  - 3\n', '3:5: exclude.2: expected text'.replace('.2', '.1')],
  [
    'unknown severity',
    'rules:\n  ids:\n    eval: bad\n',
    '3:5: rules.ids.eval: expected on, off, critical, high, medium, low, info, true or false',
  ],
  ['a list for all', '- a\n', '1:1: the file: expected a map of keys'],
  ['broken YAML', 'project: [a\nexclude: b\n', '2:1: '],
  ['an alias without its anchor', 'project: *a\n', '1:'],
  [
    'a licence that is none',
    'licenses:\n  packages:\n    - { package: p, license: My own, reason: r }\n',
    '3:21: "My own" is no SPDX expression',
  ],
  ['a key twice', 'project: a\nproject: b\n', '2:1: Map keys must be unique'],
])('%s', (_, yaml, message) => {
  expect(() => read(yaml)).toThrow(
    expect.objectContaining({ code: 'config-invalid', message: expect.stringContaining(`plumbline.yaml:${message}`) }),
  );
});

test('aliases that multiply are refused', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'.split('').map((it, at) => `${it}: &${it} [${`*${'abcdefgh'[at]},`.repeat(9)}]`),
  ];
  expect(() => read(bomb.join('\n'))).toThrow(expect.objectContaining({ code: 'config-invalid' }));
});
