import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('2: lists of references', () => {
  const { value, problems } = readProject({
    'conan.lock': JSON.stringify(
      {
        version: '0.5',
        requires: ['zlib/1.2.13@me/stable#13c9%1667396813.733', 'odd'],
        build_requires: ['ninja/1.11.1'],
      },
      undefined,
      2,
    ),
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual(['4 zlib@1.2.13 direct runtime', '8 ninja@1.11.1 direct build']);
});

test('1: a graph, in which the project is a node', () => {
  const nodes = {
    0: { ref: 'app/1.0', path: 'conanfile.py', requires: ['1'], build_requires: ['3'] },
    1: { ref: 'freetype/2.12.1#00', requires: ['2'] },
    2: { ref: 'zlib/1.2.13#00' },
    3: { ref: 'ninja/1.11.1' },
  };
  const { value } = readProject({
    'conan.lock': JSON.stringify({ graph_lock: { nodes }, version: '0.4' }, undefined, 1),
  });
  expect(value.map((it) => `${short(it)} ${edges(it)}`)).toEqual([
    '14 freetype@2.12.1 direct runtime freetype → zlib@1.2.13',
    '20 zlib@1.2.13 transitive runtime zlib → ',
    '23 ninja@1.11.1 direct build ninja → ',
  ]);
});
