import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Package } from '@plumbline/core';
import { parseExpression, type LicencePolicy } from '@plumbline/sca';
import { expect, test } from 'vitest';
import { licenceFindings, licencesOf, noticeOf } from './index.ts';

const full = createRequire(import.meta.resolve('@plumbline/sca'))('spdx-license-list/full') as Record<
  string,
  { licenseText: string }
>;
const mit = full['MIT']!.licenseText;

function folderOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'plumb-licences-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const named = (ecosystem: Package['ecosystem'], name: string, more: Partial<Package> = {}): Package => ({
  id: `lock#${name}`,
  purl: `pkg:${ecosystem}/${name}@1.0.0`,
  ecosystem,
  name,
  version: '1.0.0',
  origin: 'registry',
  scopes: ['runtime'],
  direct: true,
  location: { file: 'app/lock', start: { line: 3, column: 1 }, end: { line: 3, column: 9 } },
  licenses: [],
  dependencies: [],
  ...more,
});

const allowAll: LicencePolicy = { rules: [], overrides: [], otherwise: 'allow' };
const today = '2026-01-01';
const facts = (root: string, packages: readonly Package[], policy = allowAll): unknown[] =>
  licencesOf(packages, policy, { root, today }).packages.map(({ licence, fact }) => [licence, fact.by, fact.sure]);

test('the lock file says it, in an expression or in the words of people', () => {
  const packages = [named('npm', 'a', { licenses: ['MIT OR ISC'] }), named('npm', 'b', { licenses: ['Apache 2.0'] })];
  expect(facts(folderOf({}), packages)).toEqual([
    ['MIT OR ISC', 'lock', true],
    ['Apache-2.0', 'lock', false],
  ]);
});

test('the installed package says it, of its own version alone', () => {
  const manifest = (name: string, version: string): string => JSON.stringify({ name, version, license: 'ISC' });
  const root = folderOf({
    'app/node_modules/a/package.json': manifest('a', '1.0.0'),
    'node_modules/b/package.json': manifest('b', '2.0.0'),
    'node_modules/.pnpm/@s+c@1.0.0/node_modules/@s/c/package.json': manifest('@s/c', '1.0.0'),
    'app/.venv/lib/python3.12/site-packages/d_e-1.0.0.dist-info/METADATA':
      'Name: d-e\nLicense: UNKNOWN\nClassifier: License :: OSI Approved :: MIT License\n\nText',
    'app/vendor/f/composer.json': '{"license": ["MIT", "GPL-2.0-only"]}',
    'app/vendor/g-1.0.0/Cargo.toml': 'license = "MIT/Apache-2.0"\n',
  });
  const packages = [
    named('cargo', 'g'),
    named('composer', 'f'),
    named('npm', '@s/c'),
    named('npm', 'a'),
    named('npm', 'b'),
    named('pypi', 'd.e'),
  ];
  expect(facts(root, packages)).toEqual([
    ['MIT OR Apache-2.0', 'manifest', false],
    ['MIT AND GPL-2.0-only', 'manifest', true],
    ['ISC', 'manifest', true],
    ['ISC', 'manifest', true],
    ['', 'none', false],
    ['MIT', 'manifest', false],
  ]);
});

test('a licence file says it, by a tag or by its text', () => {
  const root = folderOf({
    'vendor/example.org/a/LICENSE': `Copyright (c) 2020 Ann\n\n${mit}`,
    'vendor/example.org/b/LICENSE.txt': 'SPDX-License-Identifier: MPL-2.0\n',
  });
  expect(facts(root, [named('golang', 'example.org/a'), named('golang', 'example.org/b')])).toEqual([
    ['MIT', 'text', true],
    ['MPL-2.0', 'tag', true],
  ]);
});

test('nothing outside of the root is read', () => {
  const outside = folderOf({ 'a/package.json': '{"name":"a","version":"1.0.0","license":"MIT"}' });
  const root = folderOf({ 'node_modules/.keep': '' });
  symlinkSync(join(outside, 'a'), join(root, 'node_modules/a'));
  expect(facts(root, [named('npm', 'a')])).toEqual([['', 'none', false]]);
});

test('what the settings say of a package weighs most; what has ended is told', () => {
  const policy: LicencePolicy = {
    otherwise: 'allow',
    rules: [{ verdict: 'deny', licences: ['MIT'], until: '2025-12-31' }],
    overrides: [{ package: 'pkg:npm/a', licence: parseExpression('MIT')!, reason: 'asked' }],
  };
  const root = folderOf({});
  expect(facts(root, [named('npm', 'a', { licenses: ['GPL-3.0-only'] })], policy)).toEqual([['MIT', 'settings', true]]);
  expect(licencesOf([], policy, { root, today }).problems).toMatchObject([{ code: 'licence-rule-ended' }]);
});

test('what a policy does not allow is a finding of the line that declares it', () => {
  const policy: LicencePolicy = {
    otherwise: 'review',
    rules: [
      { verdict: 'deny', licences: ['class:network-copyleft'], reason: 'we run a service' },
      { verdict: 'allow', licences: ['class:permissive'] },
    ],
    overrides: [],
  };
  const packages = [
    named('npm', 'a', { licenses: ['AGPL-3.0-only'] }),
    named('npm', 'b', { licenses: ['MIT'] }),
    named('npm', 'c', { licenses: ['Own licence'] }),
  ];
  const found = licenceFindings(licencesOf(packages, policy, { root: folderOf({}), today }).packages);
  expect(found.map((it) => [it.rule, it.severity, it.location.start.line, it.message])).toEqual([
    [
      'licence-denied',
      'high',
      3,
      'a 1.0.0 is under AGPL-3.0-only. The licence policy says deny (AGPL-3.0-only: we run a service). Replace it, buy another licence, or allow it in the licence policy with a reason.',
    ],
    [
      'licence-review',
      'low',
      3,
      'c 1.0.0 is under an unknown licence (Own licence). The licence policy says review (unknown licence: no rule speaks of it). Decide on it in the licence policy.',
    ],
  ]);
});

test('a notice has every text once, with all libraries under it', () => {
  const root = folderOf({ 'vendor/x.org/a/LICENSE': mit, 'vendor/x.org/b/LICENSE': mit });
  const packages = [named('golang', 'x.org/a'), named('golang', 'x.org/b'), named('npm', 'c', { licenses: ['ISC'] })];
  const notice = noticeOf(licencesOf(packages, allowAll, { root, today }).packages, root, 'shop');
  expect(notice.split(`\n\n${'-'.repeat(80)}\n\n`)).toEqual([
    'shop contains these libraries of others.',
    `x.org/a 1.0.0 (MIT)\nx.org/b 1.0.0 (MIT)\n\n${mit.trim()}`,
    expect.stringMatching(/^c 1\.0\.0 \(ISC\)\n\nThe texts of these licences were not found/),
  ]);
});
