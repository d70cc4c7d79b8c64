import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scan } from './scan.ts';

const rule = (id: string, pattern: string): string =>
  `  - { id: ${id}, languages: [python], severity: ERROR, message: found, pattern: ${pattern} }\n`;

async function measuredScan(cache: string, cwd: string) {
  const rules = [join(cwd, 'rules.yaml')];
  const report = await scan({
    paths: ['.'],
    cwd,
    rules,
    defaultRules: false,
    only: 'sast',
    jobs: 1,
    measured: true,
    cache,
  });
  return report.stats.cost!;
}

test('a scan that is asked says what took most: the same steps each time, and what it knew', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'plumb-cost-'));
  const cache = mkdtempSync(join(tmpdir(), 'plumb-cost-'));
  writeFileSync(join(cwd, 'rules.yaml'), `rules:\n${rule('any', '$F(...)')}${rule('named', 'nowhere(1)')}`);
  writeFileSync(join(cwd, 'large.py'), 'f(1)\n'.repeat(50));
  writeFileSync(join(cwd, 'small.py'), 'f(1)\nnowhere(2)\n');

  const cost = await measuredScan(cache, cwd);
  expect(cost.cached).toBe(0);
  expect(cost.rules.map((it) => [it.rule, it.files])).toEqual([
    ['any', 2],
    ['named', 1],
  ]);
  expect(cost.files.map((it) => it.file).slice(0, 2)).toEqual(['large.py', 'small.py']);
  expect(cost.rules[0]!.work).toBeGreaterThan(50);
  expect(Object.keys(cost.phases)).toEqual(['rules', 'walk', 'sca', 'sast', 'report']);

  const again = await measuredScan(mkdtempSync(join(tmpdir(), 'plumb-cost-')), cwd);
  expect(again.rules.map((it) => [it.rule, it.work])).toEqual(cost.rules.map((it) => [it.rule, it.work]));
  expect(await measuredScan(cache, cwd)).toMatchObject({ cached: 3, rules: [], files: [] });
});

test('nothing is said when nobody asks', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'plumb-cost-'));
  writeFileSync(join(cwd, 'a.py'), 'f(1)\n');
  expect((await scan({ paths: ['.'], cwd, only: 'sast', jobs: 1 })).stats).not.toHaveProperty('cost');
});
