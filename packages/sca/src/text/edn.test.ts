import { expect, test } from 'vitest';
import { ednAt, ednItems, ednValue, readEdn } from './edn.ts';

test('forms with their places; marks and comments are stepped over', () => {
  const [form] = readEdn('^:x {:a [1 "t\\"x" #{b}] ; c\n :d (e)}').slice(1);
  expect(ednItems(ednAt(form, ':a')).map((it) => ('value' in it ? it.value : it.is))).toEqual(['1', 't\\"x', 'map']);
  expect(ednValue(ednItems(ednAt(form, ':d'))[0])).toBe('e');
  expect(form).toMatchObject({ start: 4, end: 36 });
});

test('what is not closed ends with the text, however deep', () => {
  expect(readEdn('(a "b')).toMatchObject([{ is: 'list', items: [{ value: 'a' }, { value: 'b' }] }]);
  expect(readEdn('['.repeat(100_000))).toHaveLength(1);
  expect(readEdn(']'.repeat(1000))).toEqual([]);
});
