import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { importAdvisories } from './feeds/index.ts';
import { scan } from './scan.ts';

const lock = (version: string): string =>
  JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/a': { version, dependencies: {} } } });
const files: Readonly<Record<string, string>> = {
  'web/package-lock.json': lock('1.0.0'),
  'job/requirements.txt': 'b==1.0\n-r more.txt\n',
  'job/more.txt': 'c==1.0\n',
};
const record = (id: string, name: string): string =>
  JSON.stringify({
    id,
    modified: '2026-01-01T00:00:00Z',
    affected: [{ package: { ecosystem: 'npm', name }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }] }],
  });

function folderOf(texts: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'plumb-kept-'));
  for (const [path, text] of Object.entries(texts)) write(join(root, path), text);
  return root;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

test('what was seen of libraries is kept until a file that was read, the list of files or the advisories change', async () => {
  const [cwd, cache, store] = [folderOf(files), folderOf({}), folderOf({})];
  const take = async (id: string): Promise<unknown> =>
    importAdvisories({ from: folderOf({ 'x.json': record(id, 'a') }), folder: store, now: new Date() });
  await take('X-1');
  const run = async (kept: string | undefined): Promise<string> => {
    const { packages, findings, problems } = await scan({
      paths: [],
      cwd,
      advisories: store,
      cache: kept,
      only: 'sca',
    });
    return JSON.stringify({ packages, findings, problems });
  };
  const seen = async (): Promise<string> => {
    const plain = await run(undefined);
    expect(await run(cache)).toBe(plain);
    expect(await run(cache)).toBe(plain);
    return plain;
  };

  const first = await seen();
  expect(first).toContain('"rule":"X-1"');
  const packs = readdirSync(cache).map((it) => readFileSync(join(cache, it), 'utf8'));
  expect(packs.join('')).toContain('pkg:pypi/c@1.0');

  write(join(cwd, 'web/package-lock.json'), lock('2.0.0'));
  expect(await seen()).toContain('pkg:npm/a@2.0.0');
  write(join(cwd, 'job/more.txt'), 'c==3.0\n');
  expect(await seen()).toContain('pkg:pypi/c@3.0');
  write(join(cwd, 'job/setup.py'), 'setup(install_requires=["d==1.0"])\n');
  expect(await seen()).toContain('pkg:pypi/d@1.0');
  rmSync(join(cwd, 'job/more.txt'));
  expect(await seen()).not.toContain('pkg:pypi/c@3.0');
  await take('X-2');
  expect(await seen()).toContain('"rule":"X-2"');
});

test('what was kept and is damaged is not taken', async () => {
  const [cwd, cache, store] = [folderOf(files), folderOf({}), join(folderOf({}), 'none')];
  const run = async (): Promise<readonly string[]> =>
    (await scan({ paths: [], cwd, advisories: store, cache, only: 'sca' })).packages.map((it) => it.purl);
  const first = await run();
  for (const it of readdirSync(cache)) {
    const text = readFileSync(join(cache, it), 'utf8');
    writeFileSync(join(cache, it), text.replaceAll('pkg:npm/a@1.0.0', 'pkg:npm/a@6.6.6'));
  }
  expect(await run()).toEqual(first);
});
