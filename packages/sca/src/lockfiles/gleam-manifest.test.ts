import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('packages, wishes, what is for development', () => {
  const { value, problems } = readProject({
    'gleam.toml': 'name = "app"\n[dev-dependencies]\ngleeunit = ">= 1.0.0"\n',
    'manifest.toml': `packages = [
  { name = "gleam_http", version = "3.6.0", requirements = ["gleam_stdlib"], source = "hex" },
  { name = "gleam_stdlib", version = "0.34.0", requirements = [], source = "hex" },
  { name = "gleeunit", version = "1.0.2", requirements = ["gleam_stdlib"], source = "hex" },
  { name = "mine", version = "0.1.0", requirements = [], source = "local", path = "../mine" },
]

[requirements]
gleam_http = { version = ">= 3.0.0" }
gleeunit = { version = ">= 1.0.0" }
mine = { path = "../mine" }
`,
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '2 gleam_http@3.6.0 direct runtime',
    '3 gleam_stdlib@0.34.0 transitive runtime+development',
    '4 gleeunit@1.0.2 direct development',
    '5 mine@0.1.0 file direct runtime',
  ]);
  expect(edges(value[0]!)).toBe('gleam_http → gleam_stdlib@0.34.0');
});
