import { expect, test } from 'vitest';
import { isNpmVersion, satisfiesNpm } from './npm-range.ts';

test.each([
  ['^1.2.3', ['1.2.3', '1.9.0'], ['1.2.2', '2.0.0', '2.0.0-0', '1.3.0-beta']],
  ['^0.2.3', ['0.2.3', '0.2.9'], ['0.3.0', '0.2.2']],
  ['^0.0.3', ['0.0.3'], ['0.0.4']],
  ['^0.x', ['0.0.0', '0.9.9'], ['1.0.0']],
  ['~1.2', ['1.2.0', '1.2.9'], ['1.3.0']],
  ['~> 1', ['1.0.0', '1.9.9'], ['2.0.0']],
  ['1.2 - 2.3', ['1.2.0', '2.3.9'], ['2.4.0', '1.1.9']],
  ['1.2.3 - 2.3.4', ['2.3.4'], ['2.3.5']],
  ['>1.2 <=2', ['1.3.0', '2.9.9'], ['1.2.9', '3.0.0']],
  ['*', ['0.0.1', '9.0.0'], ['1.0.0-rc.1']],
  ['', ['1.0.0'], ['1.0.0-rc.1']],
  ['1 || >=3.0.0-beta', ['1.5.0', '3.0.0-rc.1', '4.0.0'], ['2.0.0', '3.0.0-alpha', '4.0.0-rc']],
  ['=v1.2.3', ['1.2.3', '1.2.3+build'], ['1.2.4']],
  ['<*', [], ['0.0.0', '1.0.0']],
])('%s', (range, inside, outside) => {
  expect(inside.filter((it) => satisfiesNpm(it, range) !== true)).toEqual([]);
  expect(outside.filter((it) => satisfiesNpm(it, range) !== false)).toEqual([]);
});

test('tags and addresses are no ranges; one version is', () => {
  expect(['latest', 'github:a/b', 'npm:a@1', '>=1 ?'].map((it) => satisfiesNpm('1.0.0', it))).toEqual(
    Array.from({ length: 4 }),
  );
  expect(['1.2.3', 'v1.2.3-rc', '=1.2.3', '1.2', '1.2.x', '^1.2.3'].map(isNpmVersion)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
