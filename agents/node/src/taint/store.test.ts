import v8 from 'node:v8';
import vm from 'node:vm';
import { expect, test } from 'vitest';
import { all, ambiguous } from './ranges.ts';
import { identityTest } from './same.ts';
import { fresh, Store } from './store.ts';

const same = identityTest()!;
const made = (n: number): string => `some value ${n}`;

test('finds a string and not its equal', () => {
  const store = new Store(same);
  const [one, equal] = [made(1), made(1)];
  store.put(one, all(one.length, 7));
  expect(store.get(one)).toEqual([0, one.length, 7, 0]);
  expect(store.get(equal)).toBeUndefined();
  expect(store.get(fresh(one))).toBeUndefined();
});

test('finds each of many strings of one length and one text', () => {
  const store = new Store(same);
  const strings = Array.from({ length: 100 }, (_, i) => made(i % 10));
  for (const [i, it] of strings.entries()) store.put(it, all(it.length, i));
  expect(strings.map((it) => store.get(it)?.[2])).toEqual(strings.map((_, i) => i));
  store.put(strings[3]!, all(4, 333));
  expect(store.get(strings[3]!)).toEqual([0, 4, 333, 0]);
});

test('takes 4096 strings and counts the rest', () => {
  const store = new Store(same);
  const strings = Array.from({ length: 4100 }, (_, i) => made(i));
  for (const it of strings) store.put(it, all(it.length, 0));
  expect(strings.filter((it) => store.get(it)).length).toBe(4096);
  expect(store.dropped).toBe(4);
});

test('short strings are noted as ambiguous, single characters not at all', () => {
  const store = new Store(same);
  const [two, one] = [fresh('ab'), 'a'];
  store.put(two, all(2, 0));
  store.put(one, all(1, 0));
  expect(store.get(two)).toEqual([0, 2, 0, ambiguous]);
  expect(store.get(one)).toBeUndefined();
});

test('no string is lost and none is found wrongly while garbage is collected', () => {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as (options?: { type: 'minor' }) => void;
  const store = new Store(same);
  const live = Array.from({ length: 800 }, (_, i) => made(i));
  for (const [i, it] of live.entries()) store.put(it, all(it.length, i));
  const wrong: string[] = [];
  for (let round = 0; round < 6; round++) {
    const junk = Array.from({ length: 50_000 }, (_, i) => `junk ${i}`);
    collect(round % 2 ? { type: 'minor' } : undefined);
    wrong.push(...junk.slice(0, 100).filter((it) => store.get(it)));
    wrong.push(...live.filter((it, i) => store.get(it)?.[2] !== i));
    wrong.push(...live.map((_, i) => made(i)).filter((it) => store.get(it)));
  }
  expect(wrong).toEqual([]);
});
