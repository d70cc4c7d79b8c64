import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

const lock = `%{
  "base": {:hex, :base_core, "2.0.0", "a782", [:mix], [], "hexpm", "3466"},
  "fork": {:git, "https://host.example/fork.git", "a9574ab75d6ed01e1288c453ae1d943d7a964595", [branch: "main"]},
  "web": {:hex, :web, "1.1.0", "c5aa", [:mix], [{:base, ">= 0.2.6", [hex: :base_core, repo: "hexpm", optional: false]}, {:fork, "~> 1.0", [hex: :fork, optional: true]}], "hexpm", "08ea"},
  "broken": {:hex, },
}
`;

test('entries, edges by application, repositories', () => {
  const { value, problems } = readProject({ 'mix.lock': lock });
  expect(problems.map((it) => [it.line, it.code])).toEqual([[5, 'parse-error']]);
  expect(value.map(short)).toEqual([
    '2 base_core@2.0.0 transitive runtime',
    '3 fork@ git transitive optional',
    '4 web@1.1.0 direct runtime',
  ]);
  expect(edges(value[2]!)).toBe('web → base_core@2.0.0 fork@');
});

test('direct and environments with mix.exs', () => {
  const { value } = readProject({
    'mix.lock': lock,
    'mix.exs':
      'defp deps do\n  [{:web, "~> 1.1", only: [:dev, :test]},\n   {:fork, git: "https://host.example/fork.git"}]\nend\n',
  });
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '2 base_core@2.0.0 transitive development+test ',
    '3 fork@ git direct runtime+development+test ',
    '4 web@1.1.0 direct development+test ~> 1.1',
  ]);
});

test('a folder is an entry without a version', () => {
  const { value, problems } = readProject({
    'mix.lock':
      '%{\n  "here": {:path, "../here", []},\n  "jason": {:hex, :jason, "1.4.1", "00", [:mix], [], "hexpm", "00"},\n}\n',
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual(['2 here@ file direct runtime', '3 jason@1.4.1 direct runtime']);
});
