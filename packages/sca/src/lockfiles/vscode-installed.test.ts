import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('identifiers with versions', () => {
  const { value, problems } = readProject({
    'home/me/.vscode/extensions/extensions.json':
      '[\n{"identifier":{"id":"ms-python.python"},"version":"2025.2.0"},\n{"identifier":{"id":"x"},"version":"1"}\n]',
  });
  expect(value.map(short)).toEqual(['2 ms-python/python@2025.2.0 direct runtime']);
  expect(value[0]!.purl).toBe('pkg:vscode-extension/ms-python/python@2025.2.0');
  expect(problems.map((it) => it.line)).toEqual([3]);
});
