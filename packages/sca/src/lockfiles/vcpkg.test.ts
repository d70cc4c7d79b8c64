import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('names, lower bounds, overrides, features', () => {
  const { value } = readProject({
    'vcpkg.json': `{
  "name": "app",
  "dependencies": [
    "fmt",
    { "name": "zlib", "version>=": "1.2.11#9" },
    { "name": "protobuf", "host": true }
  ],
  "features": { "gui": { "dependencies": ["sdl2"] } },
  "overrides": [{ "name": "fmt", "version": "10.1.1" }]
}`,
  });
  expect(value.map(short)).toEqual([
    '4 fmt@10.1.1 direct runtime',
    '5 zlib@1.2.11 direct runtime',
    '6 protobuf@ direct build',
    '8 sdl2@ direct optional',
  ]);
  expect(value[1]).toMatchObject({ requested: '>=1.2.11#9', purl: 'pkg:vcpkg/zlib@1.2.11' });
});
