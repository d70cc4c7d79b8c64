import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('the state of a switch, and a list of what is installed', () => {
  const { value, problems } = readProject({
    'a/.opam-switch/switch-state':
      'opam-version: "2.0"\ncompiler: ["ocaml-base-compiler.5.1.0"]\nroots: ["dune.3.7.2"]\ninstalled: [\n  "dune.3.7.2"\n  "core_kernel.v0.15.1~rc"\n]\n',
    'b/.opam-switch/install': '# list\ndune.3.7.2\nocamlfind.1.9.6 # comment\nnothing\n',
  });
  expect(value.map(short)).toEqual([
    '5 dune@3.7.2 direct runtime',
    '6 core_kernel@v0.15.1~rc transitive runtime',
    '2 dune@3.7.2 direct runtime',
    '3 ocamlfind@1.9.6 direct runtime',
  ]);
  expect(problems.map((it) => [it.line, it.code])).toEqual([[4, 'parse-error']]);
});
