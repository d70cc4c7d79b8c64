import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Report } from '@plumbline/core';
import Values from 'typebox/value';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBucket, type Bucket } from '../testing/bucket.ts';
import { sourceUrls, updateAdvisories } from './feeds/index.ts';
import { scan, type ScanOptions } from './scan.ts';

let home = '';
let bucket: Bucket;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'plumb-health-'));
  bucket = await openBucket();
});
afterEach(async () => {
  await bucket.close();
  rmSync(home, { recursive: true, force: true });
});

const products = {
  result: [
    {
      name: 'nodejs',
      label: 'Node.js',
      aliases: ['node'],
      releases: [
        { name: '99', isLts: true, isEol: false, eolFrom: '2999-04-30' },
        { name: '14', isLts: true, isEol: true, eolFrom: '2023-04-30' },
      ],
    },
  ],
};
const scorecard = { date: '2026-01-05', repo: { name: 'github.com/a/lib' }, score: 3.5, checks: [] };

async function fetched(): Promise<void> {
  bucket.files.set('/eol', Buffer.from(JSON.stringify(products)));
  bucket.files.set('/cards', Buffer.from(JSON.stringify(scorecard)));
  const sources = {
    osv: 'off',
    epss: 'off',
    kev: 'off',
    endoflife: `${bucket.url}/eol`,
    scorecard: `${bucket.url}/cards`,
  };
  const web = { env: {}, userAgent: 'plumbline/test', pause: async () => Promise.resolve() };
  const urls = sourceUrls(sources);
  await updateAdvisories({ folder: join(home, 'store'), now: new Date(), urls, ecosystems: [], web });
}

const lock = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { old: '1' } },
    'node_modules/old': { version: '1.0.0', deprecated: 'use new', hasInstallScript: true },
  },
});
const files = {
  'package.json': '{ "dependencies": { "old": "1" } }',
  'package-lock.json': lock,
  'tests/package-lock.json': lock,
  '.nvmrc': '14\n',
  'go.mod': 'module m\n\nrequire github.com/a/lib v1.0.0\n',
};

async function scanned(config: string, more: Partial<ScanOptions> = {}): Promise<Report> {
  const cwd = join(home, 'project');
  for (const [path, text] of Object.entries({ ...files, 'plumbline.yaml': config })) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const report = await scan({ paths: [], cwd, only: 'sca', advisories: join(home, 'store'), ...more });
  expect(Values.Check(Report, report)).toBe(true);
  return report;
}

const rows = ({ findings }: Report): string[] =>
  findings.map((it) => `${it.location.file} ${it.rule} ${it.severity}${it.suppressions.length > 0 ? ' ignored' : ''}`);

test('the data that was fetched makes findings, and stands beside packages', async () => {
  await fetched();
  const report = await scanned('');
  expect(rows(report)).toEqual([
    '.nvmrc package-end-of-life high',
    'package-lock.json package-deprecated medium',
    'package-lock.json package-install-script info',
    'tests/package-lock.json package-deprecated medium',
    'tests/package-lock.json package-install-script info',
  ]);
  expect(report.packages.flatMap((it) => it.scorecard ?? [])).toEqual([{ score: 3.5, date: '2026-01-05' }]);
});

test('rules about libraries are set as all rules are', async () => {
  await fetched();
  const config = `rules:
  ids:
    package-install-script: off
    package-deprecated: low
    package-low-scorecard: { on: on, arguments: { least: 3.6 } }
  in:
    tests: { categories: { health: off } }
ignore:
  - { id: package-deprecated, package: pkg:npm/old, reason: until spring }
`;
  expect(rows(await scanned(config))).toEqual([
    '.nvmrc package-end-of-life high',
    'go.mod package-low-scorecard low',
    'package-lock.json package-deprecated low ignored',
  ]);
  expect(rows(await scanned('rules: { categories: { health: off } }\n'))).toEqual([]);
  expect(rows(await scanned('', { defaultRules: false }))).toEqual([]);
  expect(rows(await scanned('', { packs: ['secrets'] }))).toEqual([]);
  // A pack is run whole.
  expect(rows(await scanned('', { packs: ['health'] }))).toContain('go.mod package-low-scorecard low');
});

test('without data there is what the files say', async () => {
  expect(rows(await scanned('')).filter((it) => it.includes('end-of-life'))).toEqual([]);
});
