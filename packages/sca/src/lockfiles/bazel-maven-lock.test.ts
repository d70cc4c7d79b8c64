import type { Package } from '@plumbline/core';
import { expect, test } from 'vitest';
import { extract } from '../index.ts';

function read(text: string): readonly Package[] {
  const { value, problems } = extract({ paths: ['maven_install.json'], read: () => Buffer.from(text) });
  expect(problems).toEqual([]);
  return value;
}

const short = ({ name, version, direct, dependencies, location }: Package): string =>
  `${name}@${version} ${direct ? 'direct' : ''} ${dependencies.map((it) => it.id).join()} :${location.start.line}`;

test('reads versions, who asks for whom, and what the project asks for', () => {
  const text = JSON.stringify(
    {
      __INPUT_ARTIFACTS_HASH: { 'g:a': 1, repositories: 2 },
      artifacts: {
        'g:a': { shasums: { jar: '00', sources: '11' }, version: '1.0' },
        'g:b': { shasums: { jar: '22' }, version: '2.0' },
        'g:b:jar:linux-x86_64': { shasums: { jar: '33' }, version: '2.0' },
      },
      dependencies: { 'g:a': ['g:b'] },
      version: '2',
    },
    undefined,
    1,
  );
  expect(read(text).map(short)).toEqual(['g:a@1.0 direct maven_install.json#g:b :7', 'g:b@2.0   :14']);
});

test('reads the tree of the first form, without sources', () => {
  const text = JSON.stringify({
    dependency_tree: {
      dependencies: [
        { coord: 'g:a:1.0', directDependencies: ['g:b:jar:native:2.0'] },
        { coord: 'g:a:jar:sources:1.0' },
        { coord: 'g:b:jar:native:2.0', directDependencies: [] },
      ],
    },
  });
  expect(read(text).map(short)).toEqual(['g:a@1.0 direct maven_install.json#g:b :1', 'g:b@2.0   :1']);
});
