import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('packages, edges and places they are from; the project itself is none', () => {
  const { value, problems } = readProject({
    'pylock.dev.toml': `lock-version = '1.0'
created-by = 'hand'

[[packages]]
name = 'attrs'
version = '25.1.0'
[[packages.wheels]]
name = "attrs-25.1.0.whl"

[[packages]]
name = 'cattrs'
version = '24.1.2'
dependencies = [{name = 'attrs'}]

[[packages]]
name = 'fork'
vcs = { type = "git", url = "https://host.example/fork.git", commit-id = "00" }

[[packages]]
name = 'me'
directory = { path = ".", editable = true }

[[packages]]
name = 'local'
directory = { path = "../local" }

[tool.hand]
run-on = 2025-03-06T12:28:57.760769
`,
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '4 attrs@25.1.0 transitive runtime',
    '10 cattrs@24.1.2 direct runtime',
    '15 fork@ git direct runtime',
    '23 local@ file direct runtime',
  ]);
  expect(edges(value[1]!)).toBe('cattrs → attrs@25.1.0');
});

test('packages of groups and extras have markers that say so', () => {
  const { value } = readProject({
    'pylock.toml': `lock-version = "1.0"
extras = ["cli"]
dependency-groups = ["dev"]
[[packages]]
name = "a"
version = "1.0"
marker = "'dev' in dependency_groups or \\"cli\\" in extras"
[[packages]]
name = "b"
version = "1.0"
marker = "python_version >= '3.9'"
`,
  });
  expect(value.map(short)).toEqual(['4 a@1.0 direct development+optional', '8 b@1.0 direct runtime']);
});
