import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `defmodule App.MixProject do
  defp deps do
    [
      {:phoenix, "~> 1.7"},
      {:jason, "1.4.1"},
      # {:old, "~> 1.0"},
      {:ex_doc, ">= 0.0.0", only: :dev, runtime: false},
      {:mox, "~> 1.0", only: [:dev, :test]},
      {:fork, git: "https://host.example/fork.git", ref: "0c0990399270277832fbb5b91a1fa118e6f63dba"},
      {:mine, github: "me/mine", tag: "v1.0"},
      {:web, in_umbrella: true},
      {:renamed, "~> 2.0", hex: :real_name, optional: true}
    ]
  end
  defp other, do: {:ok, 1}
end
`;

test('ranges, environments, repositories, names of packages', () => {
  const { value } = readProject({ 'mix.exs': text });
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '4 phoenix@ direct runtime ~> 1.7',
    '5 jason@1.4.1 direct runtime 1.4.1',
    '7 ex_doc@ direct development >= 0.0.0',
    '8 mox@ direct development+test ~> 1.0',
    '9 fork@ git direct runtime ',
    '10 mine@ git direct runtime ',
    '11 web@ file direct runtime ',
    '12 real_name@ direct optional ~> 2.0',
  ]);
  expect(value[4]!.source?.commit).toBe('0c0990399270277832fbb5b91a1fa118e6f63dba');
});

test('the lock file goes before it', () => {
  expect(readProject({ 'apps/a/mix.exs': text, 'mix.lock': '%{\n}\n' }).value).toEqual([]);
});
