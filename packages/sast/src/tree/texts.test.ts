import { expect, test } from 'vitest';
import { Texts } from './texts.ts';

test('equal texts have one number, whatever they were cut from', () => {
  const texts = new Texts();
  const first = texts.add('name');
  expect(texts.intern('a name here', 2, 6)).toBe(first);
  expect(texts.add('nam')).not.toBe(first);
  expect(texts.get(first)).toBe('name');
  expect(texts.get(-1)).toBe('');
});

test('many texts, and texts that are no text', () => {
  const texts = new Texts();
  const ids = Array.from({ length: 100_000 }, (_, i) => texts.add(`t${i}`));
  expect(ids.every((id, i) => texts.get(id) === `t${i}` && texts.add(`t${i}`) === id)).toBe(true);
  const lone = `${'x'.repeat(20)}\ud800`;
  expect(texts.get(texts.add(lone))).toBe(lone);
  expect(texts.get(texts.add(''))).toBe('');
});
