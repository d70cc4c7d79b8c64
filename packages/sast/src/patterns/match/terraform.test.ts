import { expect, it } from 'vitest';
import { found, linesFound } from '../../../testing/patterns.ts';

const tf = (pattern: string, text: string): string[] => found('terraform', pattern, text);

it('a block and an object have fields: in any order, with others beside', () => {
  const text = 'a "x" {\n  c = { k = 1, l = 2 }\n  b = 1\n  d {\n    e = 1\n  }\n}\n';
  expect(tf('a "x" { b = 1 }', text)).toHaveLength(1);
  expect(tf('a $X { c = { l = 2 } }', text)).toHaveLength(1);
  expect(tf('{..., e = 1, ...}', text)).toEqual(['{\n    e = 1']);
  expect(tf('$KEY = 2', text)).toEqual(['l = 2']);
});

it('a block with an ellipsis goes into the blocks inside of it', () => {
  const text = 'a "x" {\n  b {\n    c {\n      d = 1\n    }\n  }\n}\n';
  expect(tf('a "x" {\n ...\n c { ... }\n ...\n}', text)).toHaveLength(1);
  expect(tf('a "x" { d = 1 }', text)).toEqual([]);
});

it('literals are what they convert to, and what settings say', () => {
  const text =
    'locals {\n  n = 5\n}\nvariable "v" {\n  default = "on"\n}\na "x" {\n  p = "5"\n  q = local.n\n  r = "${var.v}"\n}\n';
  expect(linesFound({ languages: ['terraform'], pattern: '$K = 5' }, text)).toEqual([2, 8, 9]);
  expect(linesFound({ languages: ['terraform'], pattern: '$K = "on"' }, text)).toEqual([5, 10]);
});
