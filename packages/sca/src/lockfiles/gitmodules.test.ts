import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('repositories of any host', () => {
  const { value } = readProject({
    '.gitmodules': `[submodule "libs/a"]
\tpath = libs/a
\turl = git@github.com:o/a.git
\tbranch = main
[submodule "b"]
\turl = https://host.example/team/b.git
[submodule "c"]
\turl = ../c
`,
  });
  expect(value.map((it) => `${short(it)} ${it.purl}`)).toEqual([
    '1 o/a@ git direct runtime pkg:github/o/a',
    '5 host.example/team/b@ git direct runtime pkg:generic/host.example/team/b',
    '7 c@ git direct runtime pkg:generic/c',
  ]);
});
