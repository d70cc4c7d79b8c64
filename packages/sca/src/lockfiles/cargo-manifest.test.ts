import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `[package]
name = "app"
version = "0.1.0"
[dependencies]
serde = "=1.0.100"
regex = { git = "https://host.example/regex.git", rev = "0c0990399270277832fbb5b91a1fa118e6f63dba" }
other = { package = "renamed", version = "0.3", optional = true }
log.workspace = true
here = { path = "../here" }
[dependencies.long]
version = "2"
[dev-dependencies]
insta = "1"
[target.'cfg(unix)'.build-dependencies]
cc = "1.0"
[workspace.dependencies]
log = "0.4"
`;

test('every table, renamed, from git, shared by a workspace', () => {
  const { value, problems } = readProject({ 'Cargo.toml': text });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '2 app@0.1.0 workspace direct runtime',
    '5 serde@1.0.100 direct runtime',
    '6 regex@ git direct runtime',
    '7 renamed@ direct optional',
    '8 log@ direct runtime',
    '9 here@ file direct runtime',
    '10 long@ direct runtime',
    '13 insta@ direct development',
    '15 cc@ direct build',
  ]);
  expect(value[4]!.requested).toBe('0.4');
});

test('the lock file of the workspace goes before it', () => {
  expect(readProject({ 'crates/a/Cargo.toml': text, 'Cargo.lock': 'version = 3\n' }).value).toEqual([]);
});

test('what Cargo refuses is a problem', () => {
  const { value, problems } = readProject({
    'Cargo.toml':
      '[package]\nname = "a"\nversion = "1.0.0"\n[dependencies]\nb = { git = { x = "y" } }\nc = 1\nd = "1"\n',
  });
  expect(value.map((it) => it.name)).toEqual(['a', 'd']);
  expect(problems.map((it) => [it.line, it.code])).toEqual([
    [5, 'parse-error'],
    [6, 'parse-error'],
  ]);
});
