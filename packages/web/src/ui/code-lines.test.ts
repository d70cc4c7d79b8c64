import { expect, test } from 'vitest';
import { cut, joinSnippets, span, type Mark } from './code-lines.ts';

const mark = (id: number, from: [number, number], to: [number, number]): Mark => ({
  id,
  start: { line: from[0], column: from[1] },
  end: { line: to[0], column: to[1] },
});

test('snippets of one file become lines in order, each once', () => {
  expect(
    joinSnippets([
      { line: 10, lines: ['ten', 'eleven'] },
      { line: 3, lines: ['three'] },
      { line: 11, lines: ['eleven', 'twelve'] },
    ]),
  ).toEqual([
    { line: 3, lines: ['three'] },
    { line: 10, lines: ['ten', 'eleven', 'twelve'] },
  ]);
});

test('a mark covers its part of each line', () => {
  const it = mark(0, [2, 5], [4, 3]);
  expect([1, 2, 3, 4, 5].map((line) => span(it, line, 10))).toEqual([undefined, [4, 10], [0, 10], [0, 2], undefined]);
  expect(span(mark(0, [1, 50], [1, 60]), 1, 10)).toBeUndefined();
});

test('coloured stretches are cut where marks begin and end, and nothing is lost', () => {
  const tokens = [
    { text: 'const ', style: { color: 'red' } },
    { text: 'a = b', style: {} },
  ];
  const pieces = cut(tokens, [mark(0, [1, 3], [1, 9]), mark(1, [1, 7], [1, 8])], 1);
  expect(pieces.map(({ text, marks }) => [text, marks])).toEqual([
    ['co', []],
    ['nst ', [0]],
    ['a', [0, 1]],
    [' ', [0]],
    ['= b', []],
  ]);
  expect(pieces.map((it) => it.text).join('')).toBe('const a = b');
});
