import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tarOf, zipOf } from '../../testing/archives.ts';
import {
  advisoriesFolder,
  importAdvisories,
  type ImportSummary,
  isOutdated,
  openAdvisories,
  verifyAdvisories,
} from './index.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plumb-feeds-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const now = new Date('2026-03-01T00:00:00Z');

function record(id: string, name: string, more: object = {}): string {
  return JSON.stringify({
    id,
    modified: '2026-01-01T00:00:00Z',
    summary: `${id} in ${name}`,
    affected: [
      {
        package: { ecosystem: 'npm', name },
        versions: ['0.9.0'],
        ranges: [{ type: 'SEMVER', events: [{ introduced: '1.0.0' }, { fixed: '1.2.0' }] }],
      },
    ],
    ...more,
  });
}

async function take(name: string, content: string | Buffer, replace = false): Promise<ImportSummary> {
  const from = join(home, name);
  writeFileSync(from, content);
  return importAdvisories({ from, folder: store(), now, replace });
}

const store = (): string => join(home, 'store');

function found(name: string): string[] {
  const pack = openAdvisories(store())!;
  try {
    return pack.lookup('npm', name).map((it) => `${it.id}: ${it.text().summary}`);
  } finally {
    pack.close();
  }
}

const two = (): Record<string, string> => ({ 'A-1.json': record('A-1', 'a'), '../../B-1.json': record('B-1', 'b') });

test.each([
  ['one.json', async () => Promise.resolve(record('A-1', 'a')), 1],
  ['list.json', async () => Promise.resolve(`[${record('A-1', 'a')},${record('B-1', 'b')}]`), 2],
  ['lines.jsonl', async () => Promise.resolve(`${record('A-1', 'a')}\r\n\n${record('B-1', 'b')}`), 2],
  ['lines.jsonl.gz', async () => Promise.resolve(gzipSync(`${record('A-1', 'a')}\n${record('B-1', 'b')}\n`)), 2],
  ['all.tar', async () => tarOf(two()), 2],
  ['all.tar.gz', async () => gzipSync(await tarOf(two())), 2],
])('imports %s', async (name, content, count) => {
  const { taken, manifest } = await take(name, await content());
  expect([taken, manifest.records, manifest.packages]).toEqual([count, count, count]);
  expect(found('a')).toEqual(['A-1: A-1 in a']);
});

test('imports a zip, whose names lead nowhere', async () => {
  const { taken } = await take('all.zip', zipOf(two())).catch((error: unknown) => {
    // yauzl refuses names that leave the folder: the archive is not what OSV publishes.
    expect(String(error)).toContain('all.zip');
    return { taken: -1 };
  });
  expect(taken).toBe(-1);
  await take('good.zip', zipOf({ 'A-1.json': record('A-1', 'a'), 'notes.txt': 'no record' }, undefined, 8));
  expect(found('a')).toEqual(['A-1: A-1 in a']);
  expect(readdirSync(home).toSorted()).toEqual(['all.zip', 'good.zip', 'store']);
});

test('an entry that claims to be huge is passed over; one that lies about its size is refused', async () => {
  await expect(take('huge.zip', zipOf({ 'A-1.json': record('A-1', 'a') }, 1024 ** 3))).rejects.toMatchObject({
    code: expect.stringMatching(/^(?:archive-invalid|advisories-not-found)$/) as unknown,
  });
  for (const method of [0, 8] as const) {
    const lie = zipOf({ 'A-1.json': record('A-1', 'a') }, 3, method);
    await expect(take('lie.zip', lie)).rejects.toMatchObject({ code: 'archive-invalid' });
  }
});

test('imports a folder with all that is in it, and counts what is of no use', async () => {
  await mkdir(join(home, 'in', 'deep'), { recursive: true });
  writeFileSync(join(home, 'in', 'deep', 'a.json'), record('A-1', 'a'));
  writeFileSync(join(home, 'in', 'broken.json'), '{');
  writeFileSync(
    join(home, 'in', 'other.json'),
    record('R-1', 'x', { affected: [{ package: { ecosystem: 'Nobody', name: 'x' } }] }),
  );
  writeFileSync(join(home, 'in', 'notes.md'), '# nothing');
  const { taken, skipped } = await importAdvisories({ from: join(home, 'in'), folder: store(), now });
  expect(taken).toBe(1);
  expect(skipped).toMatchObject({
    'not-json': { count: 1, example: expect.stringContaining('broken.json') as unknown },
    'other-ecosystem': { count: 1, example: 'other.json: Nobody' },
  });
});

test('an import adds; a newer state of a record replaces, an older one does not', async () => {
  await take('1.json', record('A-1', 'a'));
  await take('2.json', record('B-1', 'b'));
  await take('3.json', record('A-1', 'c', { modified: '2026-02-01T00:00:00Z', summary: 'moved' }));
  expect([found('a'), found('b'), found('c')]).toEqual([[], ['B-1: B-1 in b'], ['A-1: moved']]);
  const { taken, skipped, manifest } = await take('4.json', record('A-1', 'a'));
  expect([taken, skipped.older?.count, manifest.records, manifest.packages]).toEqual([0, 1, 2, 2]);
  await take('5.json', record('D-1', 'd'), true);
  expect([found('b'), found('d')]).toEqual([[], ['D-1: D-1 in d']]);
  expect(readdirSync(store())).toHaveLength(3);
});

test('finds every one of many packages, and nothing else', async () => {
  const names = Array.from({ length: 1000 }, (_, at) => `package-${at}`);
  const { manifest } = await take('many.jsonl', names.map((it, at) => record(`X-${at}`, it)).join('\n'));
  expect([manifest.records, manifest.packages, manifest.packs[0]?.index.blocks]).toEqual([1000, 1000, 32]);
  const pack = openAdvisories(store())!;
  for (const [at, name] of names.entries()) expect(pack.lookup('npm', name).map((it) => it.id)).toEqual([`X-${at}`]);
  expect(
    names.filter((it) => pack.lookup('npm', `${it}-not`).length > 0 || pack.lookup('pypi', it).length > 0),
  ).toEqual([]);
  expect(pack.lookup('npm', 'package-7')).toMatchObject([
    {
      versions: ['0.9.0'],
      withdrawn: undefined,
      ranges: [
        {
          type: 'SEMVER',
          events: [
            { is: 'introduced', version: '1.0.0' },
            { is: 'fixed', version: '1.2.0' },
          ],
        },
      ],
    },
  ]);
  expect([...pack.packs[0]!.texts()]).toHaveLength(1000);
  pack.close();
});

test('a name is looked up as the registry writes it', async () => {
  await take(
    '1.json',
    record('P-1', 'a', { affected: [{ package: { ecosystem: 'PyPI', name: 'Some_Name' }, versions: ['1'] }] }),
  );
  const pack = openAdvisories(store())!;
  expect(pack.lookup('pypi', 'some.name').map((it) => it.id)).toEqual(['P-1']);
  pack.close();
});

test('a pack that is open stays readable while another takes its place', async () => {
  await take('1.json', record('A-1', 'a'));
  const before = openAdvisories(store())!;
  await take('2.json', record('B-1', 'b'));
  expect(before.lookup('npm', 'a').map((it) => it.text().summary)).toEqual(['A-1 in a']);
  expect(before.lookup('npm', 'b')).toEqual([]);
  before.close();
});

test('one import at a time; what a killed one left goes', async () => {
  await take('1.json', record('A-1', 'a'));
  writeFileSync(join(store(), 'text-0.tmp'), 'half');
  utimesSync(join(store(), 'text-0.tmp'), 0, 0);
  // No process has this number.
  writeFileSync(join(store(), 'import.lock'), '4194305');
  const both = await Promise.allSettled([take('b.json', record('B-1', 'b')), take('c.json', record('C-1', 'c'))]);
  expect(both.map((it) => it.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.find((it) => it.status === 'rejected')).toMatchObject({ reason: { code: 'store-busy' } });
  expect(await verifyAdvisories(store())).toMatchObject({ damaged: [], manifest: { records: 2 } });
  expect(readdirSync(store())).toHaveLength(3);
});

test('no store, a foreign manifest and a store of another version are as none', async () => {
  expect(openAdvisories(store())).toBeUndefined();
  expect(await verifyAdvisories(store())).toBeUndefined();
  await take('1.json', record('A-1', 'a'));
  const path = join(store(), 'manifest.json');
  const text = readFileSync(path, 'utf8');
  expect(isOutdated(store())).toBe(false);
  writeFileSync(path, text.replace(/"version": \d+/, '"version": 99'));
  expect(openAdvisories(store())).toBeUndefined();
  expect(isOutdated(store())).toBe(true);
  writeFileSync(path, text.replace(/"name": "match-[^"]*"/, '"name": "../../secret"'));
  expect(openAdvisories(store())).toBeUndefined();
});

test('a damaged pack is named, never misread', async () => {
  const { manifest } = await take('1.json', record('A-1', 'a'));
  const [pack] = manifest.packs;
  expect(await verifyAdvisories(store())).toMatchObject({ damaged: [], bytes: pack!.match.bytes + pack!.text.bytes });
  const path = join(store(), pack!.match.name);
  const bytes = readFileSync(path);
  bytes[pack!.index.offset + 1]! ^= 1;
  writeFileSync(path, bytes);
  expect(() => openAdvisories(store())).toThrow('damaged');
  expect((await verifyAdvisories(store()))?.damaged).toEqual([pack!.match.name]);
  truncateSync(path, 10);
  expect(() => openAdvisories(store())).toThrow('damaged');
});

test('says what is wrong with what is to be imported, and leaves the store alone', async () => {
  await take('1.json', record('A-1', 'a'));
  await expect(importAdvisories({ from: join(home, 'gone'), folder: store(), now })).rejects.toMatchObject({
    code: 'path-not-found',
  });
  await expect(take('bad.json', '{"hello": 1}')).rejects.toMatchObject({ code: 'advisories-not-found' });
  await expect(take('bad.zip', 'PK no zip')).rejects.toMatchObject({ code: 'archive-invalid' });
  await expect(take('bad.jsonl.gz', 'no gzip')).rejects.toMatchObject({ code: 'archive-invalid' });
  await expect(take('bad.tar.gz', gzipSync('no tar'.repeat(200)))).rejects.toMatchObject({ code: 'archive-invalid' });
  expect(found('a')).toEqual(['A-1: A-1 in a']);
  expect(readdirSync(store())).toHaveLength(3);
});

test('the store is where PLUMB_HOME or XDG say', () => {
  expect(advisoriesFolder({ PLUMB_HOME: '/p' })).toBe('/p/advisories');
  expect(advisoriesFolder({ XDG_DATA_HOME: '/x' })).toBe('/x/plumbline/advisories');
  expect(advisoriesFolder({})).toMatch(/\/\.local\/share\/plumbline\/advisories$/);
});
