import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('packages of Hex and of git, near and far', () => {
  const { value, problems } = readProject({
    'rebar.lock': `{"1.2.0",
[{<<"cowboy">>,{pkg,<<"cowboy">>,<<"2.9.0">>},0},
 {<<"mine">>,
  {git,"https://host.example/mine.git",
       {ref,"0c0990399270277832fbb5b91a1fa118e6f63dba"}},
  0},
 {<<"ranch">>,{pkg,<<"ranch_hex">>,<<"1.8.0">>},1}]}.
[
{pkg_hash,[
 {<<"cowboy">>, <<"865D">>}]}
].
`,
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '2 cowboy@2.9.0 direct runtime',
    '3 mine@ git direct runtime',
    '7 ranch_hex@1.8.0 transitive runtime',
  ]);
  expect(value[1]!.source?.repository).toBe('https://host.example/mine.git');
});
