import { expect, test } from 'vitest';
import { zipOf } from '../../testing/archives.ts';
import { readBytes, told } from '../../testing/bytes.ts';
import { elfOf, goInfo } from '../../testing/programs.ts';

test('what is installed in a zip archive, and the programs in it', () => {
  const program = elfOf([
    { name: '.go.buildinfo', content: goInfo('go1.22.1', 'path\tx\nmod\tm.example/x\tv1.0.0\t\n') },
  ]);
  const bytes = zipOf([
    { name: 'node_modules/a/package.json', content: '{"name":"a","version":"1.0.0"}' },
    { name: 'package.json', content: '{"name":"own","version":"1.0.0","dependencies":{"b":"1.0.0"}}' },
    { name: 'lib/c-1.0.dist-info/METADATA', content: 'Name: c\nVersion: 1.0\n' },
    {
      name: 'bootstrap',
      content: Buffer.concat([program, Buffer.alloc(20_000, 'text of a program ')]),
      isStored: true,
    },
  ]);
  const { value, problems } = readBytes('lambda.zip', bytes);
  expect(problems).toEqual([]);
  expect(value.map(told)).toEqual([
    'a@1.0.0 transitive lambda.zip!/node_modules/a/package.json:1',
    'c@1.0 transitive lambda.zip!/lib/c-1.0.dist-info/METADATA:1',
    'm.example/x@v1.0.0 lambda.zip!/bootstrap',
    'stdlib@1.22.1 lambda.zip!/bootstrap',
  ]);
});
