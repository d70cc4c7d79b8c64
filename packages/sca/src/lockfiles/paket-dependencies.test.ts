import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const wishes = `source https://api.nuget.example/v3/index.json
nuget NUnit ~> 2.6.3 // comment
nuget Json == 12.0.3
nuget Text  >= 8.0 lowest_matching: true
github fsharp/FAKE:5.20.4
group Test
  nuget xunit
`;

test('ranges stay ranges, exact versions are versions, groups have scopes', () => {
  const { value } = readProject({ 'paket.dependencies': wishes });
  expect(value.map(short)).toEqual([
    '2 NUnit@ direct runtime',
    '3 Json@12.0.3 direct runtime',
    '4 Text@ direct runtime',
    '7 xunit@ direct test',
    '5 fsharp/FAKE@5.20.4 git direct runtime',
  ]);
  expect(value.map((it) => it.requested)).toEqual(['~> 2.6.3', '== 12.0.3', '>= 8.0', undefined, undefined]);
});

test('a commit of GitHub is where a package is from', () => {
  const commit = '30cd5366a4f3f25a443ca4cd62cd592fd16ac69a';
  const { value } = readProject({ 'paket.dependencies': `github a/b\ngithub a/b:${commit} # it\n` });
  expect(value.map(({ version, source }) => [version, source])).toEqual([
    ['', undefined],
    ['', { repository: 'https://github.com/a/b', commit }],
  ]);
});

test('the lock file goes before it', () => {
  expect(readProject({ 'paket.dependencies': wishes, 'paket.lock': '' }).value).toEqual([]);
});
