import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `%% deps
{erl_opts, [debug_info]}.
{deps, [
  cowboy,  % "old"
  {jsx, "3.1.0"},
  {lager, "~> 3.9"},
  {fork, {git, "https://host.example/fork.git", {ref, "0c0990399270277832fbb5b91a1fa118e6f63dba"}}},
  {renamed, "1.0.0", {pkg, real_name}}
]}.
{plugins, [rebar3_hex]}.
{profiles, [
  {test, [{deps, [{meck, "0.9.2"}]}]}
]}.
`;

test('names, ranges, repositories, plugins, profiles', () => {
  const { value } = readProject({ 'rebar.config': text });
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '4 cowboy@ direct runtime ',
    '5 jsx@3.1.0 direct runtime 3.1.0',
    '6 lager@ direct runtime ~> 3.9',
    '7 fork@ git direct runtime ',
    '8 real_name@1.0.0 direct runtime 1.0.0',
    '10 rebar3_hex@ direct build ',
    '12 meck@0.9.2 direct test 0.9.2',
  ]);
  expect(value[3]!.source?.repository).toBe('https://host.example/fork.git');
});

test('the lock file goes before it', () => {
  expect(readProject({ 'rebar.config': text, 'rebar.lock': '[].\n' }).value).toEqual([]);
});
