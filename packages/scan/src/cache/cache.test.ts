import { mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder, cacheStatus, clearCache, openPack, trimCache } from './index.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'plumb-cache-'));
const name = (digit: string): string => `${digit.repeat(32)}.pack`;

function filled(file: string, entries: Readonly<Record<string, unknown>>): void {
  const pack = openPack(file);
  for (const [key, value] of Object.entries(entries)) pack.put(key, value);
  expect(pack.save()).toBe(true);
}

test('what was put is found again, by another process too', () => {
  const file = join(folder(), 'deep', name('a'));
  const value = { text: 'line\nbreak \u2028 "quoted" \ud83d\ude00', list: [1, { deep: true }] };
  filled(file, { one: value, two: [] });
  const pack = openPack(file);
  expect([pack.get('one'), pack.get('two'), pack.get('three')]).toEqual([value, [], undefined]);
  expect(pack.save()).toBe(false);
  expect(readdirSync(join(file, '..'))).toEqual([name('a')]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each([
  ['cut off in the middle', (text: string) => text.slice(0, -20)],
  ['a changed character', (text: string) => text.replace('"last"', '"lost"')],
  [
    "another entry's value",
    (text: string) => text.replace(/^two .*$/m, text.match(/^one (.*)$/m)![0].replace('one', 'two')),
  ],
  ['no checksum', (text: string) => text.replace(/^two .*$/m, 'two')],
])('%s: a damaged entry is missing, the others are there', (_, damage) => {
  const file = join(folder(), name('a'));
  filled(file, { one: 1, two: { is: 'last' } });
  writeFileSync(file, damage(readFileSync(file, 'utf8')));
  const pack = openPack(file);
  expect([pack.get('one'), pack.get('two')]).toEqual([1, undefined]);
});

test.each(['', 'plumbline results 0\none x 1\n', '\0\xff\n\n  \n', '{}'])('%j is an empty pack', (text) => {
  const file = join(folder(), name('a'));
  writeFileSync(file, text);
  expect(openPack(file).get('one')).toBeUndefined();
});

test('a folder that cannot be written costs nothing but time', () => {
  const file = join(folder(), 'file');
  writeFileSync(file, '');
  const pack = openPack(join(file, name('a')));
  pack.put('one', 1);
  expect([pack.save(), pack.get('two')]).toEqual([false, undefined]);
});

test('entries that no scan used are kept for as much room again, the latest first', () => {
  const file = join(folder(), name('a'));
  const text = 'x'.repeat(100);
  filled(file, { a: text, b: text });
  filled(file, { c: text });
  filled(file, { d: text });
  const pack = openPack(file);
  expect(['a', 'b', 'c', 'd'].map((key) => pack.get(key) !== undefined)).toEqual([false, false, true, true]);
});

test('the packs unused for longest go; what is not ours stays', () => {
  const home = folder();
  for (const [at, digit] of ['1', '2', '3'].entries()) {
    writeFileSync(join(home, name(digit)), 'x'.repeat(10));
    utimesSync(join(home, name(digit)), 1000 + at, 1000 + at);
  }
  writeFileSync(join(home, `${name('4')}.abc.tmp`), '');
  utimesSync(join(home, `${name('4')}.abc.tmp`), 1, 1);
  writeFileSync(join(home, `${name('5')}.abc.tmp`), '');
  writeFileSync(join(home, 'notes.txt'), '');
  openPack(join(home, name('1'))).save(); // used now
  trimCache(home, 20);
  expect(readdirSync(home).toSorted()).toEqual([name('1'), name('3'), `${name('5')}.abc.tmp`, 'notes.txt']);
  expect(cacheStatus(home)).toEqual({ packs: 2, bytes: 20 });
  expect(clearCache(home)).toEqual({ packs: 2, bytes: 20 });
  expect(readdirSync(home)).toEqual(['notes.txt']);
  expect(clearCache(join(home, 'nowhere'))).toEqual({ packs: 0, bytes: 0 });
});

test('the folder is where the environment says', () => {
  expect(cacheFolder({ PLUMB_HOME: '/p', XDG_CACHE_HOME: '/c' })).toBe(join('/p', 'cache'));
  expect(cacheFolder({ XDG_CACHE_HOME: '/c' })).toBe(join('/c', 'plumbline'));
  expect(cacheFolder({})).toMatch(/[\\/]\.cache[\\/]plumbline$/);
});
