import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { chance } from '../../testing/damage.ts';
import { tarOf, zipOf } from '../../testing/archives.ts';
import { Budget } from './budget.ts';
import { inMemory } from './byte-source.ts';
import { gunzip, inflate, unzlib } from './inflate.ts';
import { cleanName } from './name.ts';
import { openZip } from './open-zip.ts';
import { openTar } from './tar.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

/** Bytes that deflate packs in each of its ways. */
function content(size: number, seed: number): Buffer {
  const random = chance(seed);
  const kinds = 1 + random(255);
  return Buffer.from(Array.from({ length: size }, (_, at) => (random(4) === 0 ? random(kinds) : at >> 5)));
}

test.each([0, 1, 6, 9])('unpacks what zlib packs at level %i, of any size', (level) => {
  for (const size of [0, 1, 100, 5000, 70_000, 300_000]) {
    const bytes = content(size, size + level);
    const found = inflate(deflateRawSync(bytes, { level }), size);
    expect(found.is).toBe('whole');
    expect(Buffer.compare(Buffer.from(found.bytes), bytes)).toBe(0);
  }
});

test('unpacks fixed codes, long repetitions and whole gzip and zlib files', () => {
  expect(inflate(deflateRawSync('a'.repeat(40_000), { strategy: 4 }), 40_000).bytes.length).toBe(40_000);
  expect(text(inflate(deflateRawSync('abc', { strategy: 4 }), 3).bytes)).toBe('abc');
  expect(text(gunzip(gzipSync('hello'), 5)!.bytes)).toBe('hello');
  expect(text(unzlib(deflateSync('hello'), 5)!.bytes)).toBe('hello');
  expect([gunzip(Buffer.from('hello'), 5), unzlib(Buffer.from('hello'), 5)]).toEqual([undefined, undefined]);
});

test('stops at the limit, and at bytes that make no sense', () => {
  const packed = deflateRawSync('a'.repeat(1_000_000));
  expect(inflate(packed, 10)).toEqual({ is: 'cut', bytes: new Uint8Array(10).fill(97) });
  expect(inflate(packed, 1_000_000).is).toBe('whole');
  expect(inflate(packed, 999_999).is).toBe('cut');
  expect(inflate(packed.subarray(0, packed.length - 20), 1_000_000).is).toBe('damaged');
  expect(inflate(Uint8Array.of(7), 10).is).toBe('damaged');
  expect(inflate(deflateRawSync('abc', { level: 0 }), 2)).toEqual({ is: 'cut', bytes: Uint8Array.of(97, 98) });
});

test('damaged bytes never become more than the limit, and end', () => {
  const random = chance(7);
  const packed = deflateRawSync(content(20_000, 3));
  for (let run = 0; run < 300; run += 1) {
    const broken = Buffer.from(packed);
    for (let flips = 1 + random(5); flips > 0; flips -= 1) broken[random(broken.length)] = random(256);
    expect(inflate(broken, 20_000).bytes.length).toBeLessThanOrEqual(20_000);
  }
});

function namesIn(bytes: Uint8Array): readonly string[] | undefined {
  return openZip(inMemory(bytes), new Budget(1000), () => true)?.entries.map((it) => it.name);
}

function unpacked(bytes: Uint8Array, limit = 1000): readonly string[] {
  const zip = openZip(inMemory(bytes), new Budget(1000), () => true)!;
  return zip.entries.map((it) => {
    const found = it.unpack(limit);
    return found.is === 'read' ? text(found.content.read(0, found.content.size)) : found.why;
  });
}

test('a zip archive: packed and not, with something in front, a comment behind, and numbers for large files', () => {
  const entries = [
    { name: 'a', content: 'one' },
    { name: 'b/c', content: 'two', isStored: true },
    { name: 'd', content: 'three', isLarge: true },
    { name: 'folder/', isStored: true },
    { name: 'X.class', content: 'nobody reads it' },
  ];
  for (const made of [{}, { before: Buffer.from('#!/bin/sh\n') }, { comment: 'PK\u0005\u0006' }, { isLarge: true }]) {
    expect(namesIn(zipOf(entries, made))).toEqual(['a', 'b/c', 'd']);
    expect(unpacked(zipOf(entries, made))).toEqual(['one', 'two', 'three']);
  }
  expect(namesIn(zipOf([]))).toEqual([]);
  expect(namesIn(Buffer.from('no archive'))).toBeUndefined();
});

test('what is wrong with an entry is told, and nothing of it is used', () => {
  const bomb = Buffer.alloc(3_000_000);
  expect(unpacked(zipOf([{ name: 'a', content: 'x', flags: 1 }]))).toEqual(['is encrypted']);
  expect(unpacked(zipOf([{ name: 'a', content: 'x', method: 14 }]))).toEqual([
    'is packed in a way that is not read (14)',
  ]);
  expect(unpacked(zipOf([{ name: 'a', content: 'x'.repeat(1001) }]))).toEqual([
    'is not read: it has 0.0 MiB, the limit is 0.0 MiB',
  ]);
  expect(unpacked(zipOf([{ name: 'a', content: 'x'.repeat(1000) }]))).toEqual(['x'.repeat(1000)]);
  expect(unpacked(zipOf([{ name: 'a', content: bomb }]), 2 ** 30)[0]).toMatch(/^is not read: it unpacks to \d+ times/);
  expect(unpacked(zipOf([{ name: 'a', content: bomb, size: 10 }]), 2 ** 20)).toEqual([
    'is not read: it unpacks to more than it says',
  ]);
  expect(unpacked(zipOf([{ name: 'a', content: 'x', offset: 5 }]))).toEqual(['is not where the directory says']);
  expect(unpacked(zipOf([{ name: 'a', content: 'abc', isStored: true, method: 8 }]))).toEqual(['is damaged']);
  const over = { name: 'b', isStored: true, offset: 0, packed: 400, size: 400 };
  const real = { name: 'a', content: 'x'.repeat(400), isStored: true };
  expect(unpacked(zipOf([real, over, over])).slice(-1)).toEqual([
    'is not read: entries of its archive lie over each other',
  ]);
});

test("another's unpacking is asked first, and what it refuses is looked into", () => {
  const bytes = zipOf([
    { name: 'a', content: 'one' },
    { name: 'b', content: 'two', size: 2 },
  ]);
  const asked: number[] = [];
  const zip = openZip(
    inMemory(bytes),
    new Budget(1000),
    () => true,
    (_, limit) => {
      asked.push(limit);
      return limit === 3 ? Buffer.from('ONE') : undefined;
    },
  )!;
  const [first, second] = zip.entries.map((it) => it.unpack(10));
  expect(first?.is === 'read' && text(first.content.read(0, 3))).toBe('ONE');
  expect(second).toEqual({ is: 'unread', why: 'is not read: it unpacks to more than it says' });
  expect(asked).toEqual([3, 2]);
});

test('a cut directory is told, and what is left of it is used', () => {
  const zip = openZip(inMemory(zipOf([{ name: 'a' }], { count: 3 })), new Budget(1000), () => true)!;
  expect([zip.entries.length, zip.cut]).toEqual([1, 'only 1 of its 3 entries could be read']);
});

test('a directory is where an entry is, whatever its end says of its size', () => {
  for (const wrong of [-5, 5]) {
    const bytes = zipOf([{ name: 'a', content: 'one' }]);
    bytes.writeUInt32LE(bytes.readUInt32LE(bytes.length - 10) + wrong, bytes.length - 10);
    expect(unpacked(bytes)).toEqual(['one']);
  }
});

test('all that is unpacked of one file shares one budget', () => {
  const budget = new Budget(1000);
  expect(budget.takeBytes(128 * 2 ** 20 + 8000)).toBe(true);
  const zip = openZip(inMemory(zipOf([{ name: 'a', content: 'x' }])), budget, () => true)!;
  expect(zip.entries[0]!.unpack(10)).toEqual({
    is: 'unread',
    why: 'is not read: too much was unpacked already',
  });
});

test('a name in an archive is a path below it, whatever it is', () => {
  expect(cleanName('../../etc/passwd')).toBe('etc/passwd');
  expect(cleanName('C:\\a\\..\\b')).toBe('C:/a/b');
  expect(cleanName('/a//./b\u001b[31m\u202e')).toBe('a/b\ufffd[31m\ufffd');
});

function inTar(bytes: Uint8Array): readonly (readonly [string, string])[] | undefined {
  return openTar(inMemory(bytes), new Budget(1000), () => true)?.entries.map((it) => {
    const found = it.unpack(1000);
    return [it.name, found.is === 'read' ? text(found.content.read(0, 1000)) : found.why];
  });
}

test('a tar archive: its files, and no more than there are', () => {
  const bytes = tarOf({ 'p/a': 'one', '../b': 'x'.repeat(600), large: 'y'.repeat(1001) });
  expect(inTar(bytes)).toEqual([
    ['p/a', 'one'],
    ['b', 'x'.repeat(600)],
    ['large', 'is not read: it has 0.0 MiB'],
  ]);
  expect(inTar(bytes.subarray(0, 1600))?.map(([name, it]) => [name, it.length])).toEqual([
    ['p/a', 3],
    ['b', 64],
  ]);
  expect(inTar(Buffer.from('no archive'.repeat(100)))).toBeUndefined();
});

test.each(['x', 'L'] as const)('long names in a tar archive: %s', (kind) => {
  const long = `${'folder/'.repeat(30)}file`;
  expect(inTar(tarOf({ [long]: 'one', short: 'two' }, kind))).toEqual([
    [long, 'one'],
    ['short', 'two'],
  ]);
});
