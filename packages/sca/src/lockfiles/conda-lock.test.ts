import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('both managers, platforms, categories and edges', () => {
  const { value, problems } = readProject({
    'conda-lock.yml': `version: 1
metadata: {platforms: [linux-64, osx-64]}
package:
- name: numpy
  version: 1.26.4
  manager: conda
  platform: linux-64
  dependencies: {python: '>=3.11'}
  category: main
  optional: false
- name: python
  version: 3.11.8
  manager: conda
  platform: linux-64
  category: main
- name: numpy
  version: 1.26.4
  manager: conda
  platform: osx-64
  category: main
- name: pytest
  version: '8.0'
  manager: pip
  platform: linux-64
  category: dev
- version: 1
`,
  });
  expect(value.map((it) => `${it.ecosystem} ${short(it)}`)).toEqual([
    'conda 4 numpy@1.26.4 direct runtime',
    'conda 11 python@3.11.8 transitive runtime',
    'pypi 21 pytest@8.0 direct development',
  ]);
  expect(edges(value[0]!)).toBe('numpy → conda:python@3.11.8');
  expect(problems.map((it) => it.line)).toEqual([26]);
});
