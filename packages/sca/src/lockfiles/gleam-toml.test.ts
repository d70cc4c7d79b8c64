import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `name = "app"
[dependencies]
gleam_stdlib = ">= 0.34.0 and < 2.0.0"
exact = "1.2.3"
mine = { git = "https://host.example/mine", ref = "0c0990399270277832fbb5b91a1fa118e6f63dba" }
here = { path = "../here" }
[dev-dependencies]
gleeunit = ">= 1.0.0"
`;

test('ranges, git, folders, development', () => {
  const { value } = readProject({ 'gleam.toml': text });
  expect(value.map(short)).toEqual([
    '3 gleam_stdlib@ direct runtime',
    '4 exact@1.2.3 direct runtime',
    '5 mine@ git direct runtime',
    '6 here@ file direct runtime',
    '8 gleeunit@ direct development',
  ]);
});

test('the lock file goes before it', () => {
  expect(readProject({ 'gleam.toml': text, 'manifest.toml': 'packages = []\n' }).value).toEqual([]);
});
