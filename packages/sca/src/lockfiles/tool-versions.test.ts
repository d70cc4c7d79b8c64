import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('asdf: several versions, whose build, no version', () => {
  const { value, problems } = readProject({
    '.tool-versions':
      '# tools\nnodejs 20.11.0 18.19.0\njava temurin-21.0.2+13 # build\nruby latest\n???\ngo 1.22.1 file:/dev/null 1.21.0\n',
  });
  expect(value.map(short)).toEqual([
    '2 nodejs@20.11.0 direct runtime',
    '2 nodejs@18.19.0 direct runtime',
    '3 java@21.0.2+13 direct runtime',
    '4 ruby@ direct runtime',
    '6 go@1.22.1 direct runtime',
    '6 go@1.21.0 direct runtime',
  ]);
  expect(problems.map((it) => it.line)).toEqual([5]);
});

test('mise: texts, lists and tables', () => {
  const { value } = readProject({
    'mise.toml': '[tools]\nterraform = "1"\nnode = { version = "22", postinstall = "x" }\npython = ["3.11", "3.12"]\n',
  });
  expect(value.map(short)).toEqual([
    '2 terraform@1 direct runtime',
    '3 node@22 direct runtime',
    '4 python@3.11 direct runtime',
    '4 python@3.12 direct runtime',
  ]);
});
