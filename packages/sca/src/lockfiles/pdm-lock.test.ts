import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

const lock = `[metadata]
groups = ["default", "dev", "more"]
lock_version = "4.4.1"

[[package]]
name = "fork"
version = "0.10.2"
git = "https://host.example/fork.git"
revision = "65bab7582ce14c55cdeec2244c65ea23039c9e6f"
groups = ["more"]

[[package]]
name = "pyroute2"
version = "0.7.11"
groups = ["default", "dev"]
dependencies = [
    "win-inet-pton<2; platform_system == \\"Windows\\"",
]

[[package]]
name = "win-inet-pton"
version = "1.1.0"
groups = ["dev"]
`;

test('groups, edges and origins', () => {
  const { value, problems } = readProject({ 'pdm.lock': lock });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '5 fork@0.10.2 git direct optional',
    '12 pyroute2@0.7.11 direct runtime+development',
    '20 win-inet-pton@1.1.0 transitive development',
  ]);
  expect(edges(value[1]!)).toBe('pyroute2 → win-inet-pton@1.1.0');
});

test('direct with pyproject.toml', () => {
  const { value } = readProject({
    'pdm.lock': lock,
    'pyproject.toml':
      '[project]\ndependencies = ["pyroute2>=0.7"]\n[tool.pdm.dev-dependencies]\ndev = ["win-inet-pton"]\n',
  });
  expect(value.map((it) => [it.name, it.direct, it.requested])).toEqual([
    ['fork', false, undefined],
    ['pyroute2', true, '>=0.7'],
    ['win-inet-pton', true, ''],
  ]);
});

test('the block of a package with extras is the same package', () => {
  const { value } = readProject({
    'pdm.lock': `[[package]]
name = "httpx"
version = "0.27.0"
groups = ["default"]
dependencies = ["idna"]
[[package]]
name = "httpx"
version = "0.27.0"
extras = ["http2"]
groups = ["dev"]
dependencies = ["h2<5,>=3", "httpx==0.27.0"]
[[package]]
name = "h2"
version = "4.1.0"
groups = ["dev"]
[[package]]
name = "idna"
version = "3.7"
groups = ["default"]
`,
  });
  expect(value.map(short)).toEqual([
    '1 httpx@0.27.0 direct runtime+development',
    '12 h2@4.1.0 transitive development',
    '16 idna@3.7 transitive runtime',
  ]);
  expect(edges(value[0]!)).toBe('httpx → idna@3.7 h2@4.1.0');
});
