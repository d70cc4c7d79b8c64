import { expect, test } from 'vitest';
import { keywordsOf } from './keywords.ts';

const words = ['ghp_', 'akia', '-----begin', ':aa', 'api-', 'password'];
const inText = (text: string): string[] => [...keywordsOf(words).in(text)];

test('words are found in any case, at both ends and inside of others', () => {
  expect(inText('AKIA')).toEqual(['akia']);
  expect(inText('xghp_')).toEqual(['ghp_']);
  expect(inText('myPassWord2 -----BEGIN x')).toEqual(['-----begin', 'password']);
  expect(inText('1:AA')).toEqual([':aa']);
});

test('characters with the same low bits are others', () => {
  // `P` is 0x50, `0` is 0x30, and `_` is 0x5f where DEL is 0x7f.
  expect(inText('ghp\u007f GH0_ a0i- \u0161kia')).toEqual([]);
  expect(inText('')).toEqual([]);
  expect(inText('gh')).toEqual([]);
});

test('what it finds is what looking for each word finds', () => {
  let seed = 7;
  const next = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % below;
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: 40 }, () => 'aAkKiIgGhHpP_-:bBeEnNsSwWoOrRdD'[next(31)]).join('');
    const hidden = `${text}${words[next(words.length)]!}${text}`;
    expect(inText(hidden)).toEqual(words.filter((it) => hidden.toLowerCase().includes(it)));
  }
});
