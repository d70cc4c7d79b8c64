import { expect, test } from 'vitest';
import { Words } from './words.ts';

const many = Array.from({ length: 3000 }, (_, at) => `word${at}`);

function seenIn(text: string, words: readonly string[]): string[] {
  const all = new Words();
  for (const it of [...many, ...words]) all.add(it);
  const seen = all.in(text);
  return words.filter((it) => seen.has(it));
}

test('words of their own, not parts of others', () => {
  const text = 'import os\nclose(s.h, _id, id2)\n$fs.été(naïve)';
  expect(seenIn(text, ['os', 'close', 's', 'h', 'fs', 'été'])).toEqual(['os', 'close', 's', 'h', 'fs', 'été']);
  expect(seenIn(text, ['sh', 'id', 'clos', 'na', 've', 'import_os', 't'])).toEqual([]);
});

test('every one of many words, and none that is not there', () => {
  expect(seenIn(many.join('+'), many)).toEqual(many);
  expect(seenIn(many.join(''), many)).toEqual([]);
  expect(seenIn('', many)).toEqual([]);
});

test('words that were added after the text was read', () => {
  const words = new Words();
  words.add('first');
  const seen = words.in('first, then the second; a thirdly');
  words.add('second');
  words.add('third');
  expect(['first', 'second', 'third', 'never'].map((it) => seen.has(it))).toEqual([true, true, false, false]);
  expect(['third', 'never'].map((it) => seen.hasInside(it))).toEqual([true, false]);
});
