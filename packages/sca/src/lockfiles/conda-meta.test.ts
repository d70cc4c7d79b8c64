import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('an installed package, and whether somebody asked for it', () => {
  const { value } = readProject({
    'env/conda-meta/numpy-1.26.4-py_0.json':
      '{\n"name":"numpy","version":"1.26.4","license":"BSD-3-Clause","requested_spec":"numpy"}',
    'env/conda-meta/zlib-1.3-0.json': '{"name":"zlib","version":"1.3"}',
  });
  expect(value.map(short)).toEqual(['2 numpy@1.26.4 direct runtime', '1 zlib@1.3 transitive runtime']);
  expect(value[0]!.licenses).toEqual(['BSD-3-Clause']);
});
