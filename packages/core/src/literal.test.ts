import { expect, test } from 'vitest';
import { literal } from './index.ts';

test('every character stands for itself, with and without Unicode', () => {
  const all = Array.from({ length: 0x180 }, (_, code) => String.fromCodePoint(code)).join('');
  expect(new RegExp(`^${literal(all)}$`).test(all)).toBe(true);
  expect(new RegExp(`^${literal(all)}$`, 'u').test(all)).toBe(true);
  expect(new RegExp(`^${literal('a.b')}$`).test('axb')).toBe(false);
});
