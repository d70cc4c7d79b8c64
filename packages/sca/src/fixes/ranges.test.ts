import { describe, expect, test } from 'vitest';
import type { Ecosystem } from '@plumbline/core';
import { rangesOf } from './ranges.ts';

describe('what a range lets in', () => {
  test.each<[Ecosystem, string, readonly string[], readonly string[]]>([
    ['npm', '^1.2.3', ['1.2.3', '1.9.0'], ['1.2.2', '2.0.0', '1.3.0-rc.1']],
    ['npm', '^0.2.3', ['0.2.9'], ['0.3.0']],
    ['npm', '^0.0.3', ['0.0.3'], ['0.0.4']],
    ['npm', '~1.2', ['1.2.9'], ['1.3.0']],
    ['npm', '1.x || >=2.5 <3', ['1.9.9', '2.5.0'], ['2.4.0', '3.0.0']],
    ['npm', '1.2.3 - 1.4.0', ['1.2.3', '1.4.0'], ['1.4.1', '1.2.2']],
    ['npm', '*', ['0.0.1'], []],
    ['npm', '', ['0.0.1'], []],
    ['npm', '^1.2.3-rc.1', ['1.2.3-rc.2', '1.2.3'], ['1.3.0-rc.1']],
    ['cargo', '1.2', ['1.2.0', '1.9.0'], ['2.0.0', '1.1.0']],
    ['cargo', '=1.2.3', ['1.2.3'], ['1.2.4']],
    ['cargo', '>=1.2, <1.5', ['1.4.9'], ['1.5.0']],
    ['gem', '~> 4.2', ['4.9'], ['5.0', '4.1']],
    ['gem', '~> 4.2.1', ['4.2.9'], ['4.3']],
    ['composer', '~1.2', ['1.9.0'], ['2.0.0']],
    ['composer', '^7.1|^8.0', ['7.4', '8.9'], ['9.0']],
    ['composer', '1.2.*', ['1.2.9'], ['1.3.0']],
    ['pypi', '>=1.0,<2', ['1.5'], ['2.0', '0.9']],
    ['pypi', '~=1.4.2', ['1.4.9'], ['1.5']],
    ['pypi', '==1.*', ['1.5'], ['2.0']],
    ['pypi', '^1.2', ['1.9'], ['2.0']],
    ['maven', '[1.0,2.0)', ['1.0', '1.9'], ['2.0']],
    ['maven', '1.0', ['1.0'], ['1.1']],
    ['nuget', '1.0.0', ['1.0.0', '9.0.0'], ['0.9.0']],
    ['nuget', '[1.0.0]', ['1.0.0'], ['1.0.1']],
    ['golang', 'v1.2.0', ['v1.2.0', 'v1.9.0'], ['v1.1.0']],
  ])('%s %s', (ecosystem, range, inside, outside) => {
    const { admits } = rangesOf(ecosystem)!;
    expect(inside.filter((it) => admits(range, it) !== true)).toEqual([]);
    expect(outside.filter((it) => admits(range, it) !== false)).toEqual([]);
  });

  test.each(['workspace:*', 'git+https://x.example/a.git', 'file:../a', 'latest', 'x'.repeat(600)])(
    '%s is none',
    (it) => {
      expect(rangesOf('npm')!.admits(it, '1.0.0')).toBeUndefined();
      expect(rangesOf('npm')!.raise(it, '1.0.0')).toBeUndefined();
    },
  );
});

test.each<[Ecosystem, string, string, string]>([
  ['npm', '^1.2.3', '1.4.0', '^1.4.0'],
  ['npm', '~1.2.3', '2.0.1', '~2.0.1'],
  ['npm', '1.2.3', '1.2.4', '1.2.4'],
  ['npm', '>=1.0.0 <2.0.0', '1.5.0', '>=1.5.0 <2.0.0'],
  ['npm', '>=1.0.0 <2.0.0', '2.5.0', '^2.5.0'],
  ['npm', '1.x', '2.5.0', '^2.5.0'],
  ['npm', '^1 || ^2', '2.5.0', '^2.5.0'],
  ['npm', 'npm:other@^1.0.0', '1.5.0', 'npm:other@^1.5.0'],
  ['cargo', '1.0', '1.5.0', '1.5.0'],
  ['cargo', '=1.0.0', '1.5.0', '=1.5.0'],
  ['gem', '~> 1.0', '1.5.0', '~> 1.5.0'],
  ['gem', '>= 1.0', '1.5.0', '>= 1.5.0'],
  ['composer', '^v1.0', '1.5.0', '^v1.5.0'],
  ['pypi', '==1.0', '1.5', '==1.5'],
  ['pypi', '>=1.0,<2', '1.5', '>=1.5,<2'],
  ['pypi', '>=1.0,<2', '2.5', '>=2.5'],
  ['pypi', '<2', '1.5', '>=1.5,<2'],
  ['pypi', '', '1.5', '>=1.5'],
  ['maven', '[1.0,2.0)', '1.5', '[1.5,2.0)'],
  ['maven', '1.0', '1.5', '1.5'],
  ['nuget', '1.*', '1.5.0', '1.5.0'],
  ['golang', 'v2.0.0+incompatible', '2.5.0', 'v2.5.0+incompatible'],
])('%s: %s raised to %s is %s', (ecosystem, range, version, wanted) => {
  expect(rangesOf(ecosystem)!.raise(range, version)).toBe(wanted);
});
