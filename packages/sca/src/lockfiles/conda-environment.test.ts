import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('packages of channels and of PyPI', () => {
  const { value, problems } = readProject({
    'environment.yml': `name: lab
channels: [conda-forge]
dependencies:
  - python=3.11
  - conda-forge::numpy=1.26.4=py311h64a7726_0
  - scipy ==1.12.0
  - pandas>=2,<3
  - pip
  - pip:
      - requests==2.31.0
      - -r more.txt
      - "=="
`,
  });
  expect(value.map((it) => `${short(it)} ${it.purl}`)).toEqual([
    '4 python@ direct runtime pkg:conda/python',
    '5 numpy@1.26.4 direct runtime pkg:conda/numpy@1.26.4',
    '6 scipy@1.12.0 direct runtime pkg:conda/scipy@1.12.0',
    '7 pandas@ direct runtime pkg:conda/pandas',
    '8 pip@ direct runtime pkg:conda/pip',
    '10 requests@2.31.0 direct runtime pkg:pypi/requests@2.31.0',
  ]);
  expect(value.map((it) => it.requested)).toEqual([
    '=3.11',
    '=1.26.4=py311h64a7726_0',
    '==1.12.0',
    '>=2,<3',
    undefined,
    '==2.31.0',
  ]);
  expect(problems.map((it) => it.line)).toEqual([12]);
});

test('what another program calls its environment is none of ours', () => {
  expect(readProject({ 'environment.yml': 'region: eu\n' })).toEqual({ value: [], problems: [] });
});
