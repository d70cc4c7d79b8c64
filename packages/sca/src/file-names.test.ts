import { expect, test } from 'vitest';
import { byName } from './file-names.ts';

const find = byName(
  ['go.mod', '*.lock', 'x*y*z.txt', 'etc/*.conf', 'a/b.json', 'b.json', '*', '*.a.lock'].map((name) => ({
    name,
    value: name,
  })),
);

test.each([
  ['go.mod', 'go.mod'],
  ['src/go.mod', 'go.mod'],
  ['my-go.mod', '*'],
  ['.lock', '*.lock'],
  ['a/Cargo.lock', '*.lock'],
  ['a/x.a.lock', '*.lock'],
  ['xyz.txt', 'x*y*z.txt'],
  ['d/x-y-z.txt', 'x*y*z.txt'],
  ['x-z.txt', '*'],
  ['etc/a.conf', 'etc/*.conf'],
  ['root/etc/a.conf', 'etc/*.conf'],
  ['fetc/a.conf', '*'],
  ['a/b.json', 'a/b.json'],
  ['c/b.json', 'b.json'],
  ['ca/b.json', 'b.json'],
])('%s is found as %s', (path, name) => {
  expect(find(path)).toBe(name);
});

test('what nothing fits has no value, and a text may not be used twice', () => {
  const few = byName([{ name: 'ab*ba', value: 1 }]);
  expect([few('x'), few('aba'), few('abba'), few('abxba')]).toEqual([undefined, undefined, 1, 1]);
});
