import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

const lock = `version = 1
revision = 2
requires-python = ">=3.10"

[manifest]
members = ["app", "tool"]

[[package]]
name = "app"
version = "0.1.0"
source = { virtual = "." }
dependencies = [
    { name = "flask", extra = ["async"] },
    { name = "numpy", version = "2.1.0", source = { registry = "https://index.example/simple" } },
    { name = "fork" },
    { name = "tool" },
]

[package.optional-dependencies]
more = [{ name = "extra" }]

[package.dev-dependencies]
dev = [{ name = "ruff" }]
test = [{ name = "pytest" }]

[package.metadata]
requires-dist = [{ name = "flask", extras = ["async"], specifier = ">=2" }]

[package.metadata.requires-dev]
dev = [{ name = "ruff", specifier = "==0.8.*" }]

[[package]]
name = "flask"
version = "2.0.1"
source = { registry = "https://index.example/simple" }
dependencies = [{ name = "click", marker = "sys_platform == 'win32'" }]

[[package]]
name = "click"
version = "8.1.0"
source = { registry = "https://index.example/simple" }

[[package]]
name = "extra"
version = "3.0"
source = { path = "../extra" }

[[package]]
name = "fork"
version = "0.1"
source = { git = "https://host.example/fork#00" }

[[package]]
name = "numpy"
version = "1.26.4"
source = { registry = "https://index.example/simple" }

[[package]]
name = "numpy"
version = "2.1.0"
source = { registry = "https://index.example/simple" }

[[package]]
name = "pytest"
version = "7.0.0"
source = { url = "https://host.example/pytest.whl" }

[[package]]
name = "ruff"
version = "0.8.1"
source = { registry = "https://index.example/simple" }

[[package]]
name = "tool"
version = "0.2.0"
source = { editable = "packages/tool" }
dependencies = [{ name = "click" }]
`;

test('roots, groups and extras, workspaces, places that packages are from', () => {
  const { value, problems } = readProject({ 'uv.lock': lock });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '32 flask@2.0.1 direct runtime',
    '38 click@8.1.0 direct runtime',
    '43 extra@3.0 file direct optional',
    '48 fork@0.1 git direct runtime',
    '53 numpy@1.26.4 transitive runtime',
    '58 numpy@2.1.0 direct runtime',
    '63 pytest@7.0.0 url direct test',
    '68 ruff@0.8.1 direct development',
    '73 tool@0.2.0 workspace direct runtime',
  ]);
  expect(value[0]).toMatchObject({ id: 'uv.lock#flask@2.0.1', requested: '>=2' });
  expect(value.filter((it) => it.dependencies.length > 0).map(edges)).toEqual([
    'flask → click@8.1.0',
    'tool → click@8.1.0',
  ]);
});

test('a broken package spoils no other', () => {
  const { value, problems } = readProject({
    'uv.lock':
      'version = 1\n\n[[package]]\nname = "a"\nversion = "1"\n\n[[package]]\nname = "b\n\n[[package]]\nversion = "2"\n',
  });
  expect(value.map(short)).toEqual(['3 a@1 direct runtime']);
  expect(problems.map((it) => it.line)).toEqual([8, 10]);
});

test("another package's extra is there because somebody asks for it; the project's own are optional", () => {
  const { value } = readProject({
    'uv.lock': `version = 1
[[package]]
name = "app"
version = "0.1.0"
source = { virtual = "." }
dependencies = [{ name = "httpx", extra = ["http2"] }]
[package.optional-dependencies]
cli = [{ name = "click" }]
[[package]]
name = "click"
version = "8.1.7"
[[package]]
name = "h2"
version = "4.1.0"
[[package]]
name = "httpx"
version = "0.27.0"
[package.optional-dependencies]
http2 = [{ name = "h2" }]
`,
  });
  expect(value.map(short)).toEqual([
    '9 click@8.1.7 direct optional',
    '12 h2@4.1.0 transitive runtime',
    '15 httpx@0.27.0 direct runtime',
  ]);
});
