import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const pyproject = `[project]
name = "app"
dependencies = [
  "requests==2.32.0",
  "flask[async] >= 2 ; python_version > '3'",
]

[project.optional-dependencies]
fast = ["uvloop~=0.19"]

[dependency-groups]
test = ["pytest"]

[tool.poetry.dependencies]
python = "^3.8"
django = "^4"
`;

test('direct dependencies, standard and of Poetry; a range is no version', () => {
  const { value, problems } = readProject({ 'pyproject.toml': pyproject });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${short(it)} ${it.requested}`)).toEqual([
    '16 django@ direct runtime ^4',
    '4 requests@2.32.0 direct runtime ==2.32.0',
    '5 flask@ direct runtime >=2',
    '9 uvloop@ direct optional ~=0.19',
    '12 pytest@ direct test ',
  ]);
});

test('with a lock file beside it that one is read', () => {
  const { value } = readProject({ 'pyproject.toml': pyproject, 'uv.lock': 'version = 1\n' });
  expect(value).toEqual([]);
});

test('Poetry: a bare version is pinned, places are told, several platforms are one wish', () => {
  const { value } = readProject({
    'pyproject.toml': `[tool.poetry.dependencies]
python = "^3.10"
exact = "1.2.3"
star = "1.*"
fork = { git = "https://host.example/fork.git", rev = "0c0990399270277832fbb5b91a1fa118e6f63dba" }
here = { path = "../here", develop = true }
multi = [{ version = "<=1.9", python = "<3.8" }, { version = "^2.0", python = ">=3.8" }]
extra = { version = "2.0.0", optional = true }
[tool.poetry.group.test.dependencies]
pytest = "8.0.0"
`,
  });
  expect(value.map((it) => `${short(it)} ${it.requested}`)).toEqual([
    '3 exact@1.2.3 direct runtime 1.2.3',
    '4 star@ direct runtime 1.*',
    '5 fork@ git direct runtime *',
    '6 here@ file direct runtime *',
    '7 multi@ direct runtime <=1.9 || ^2.0',
    '8 extra@2.0.0 direct optional 2.0.0',
    '10 pytest@8.0.0 direct test 8.0.0',
  ]);
  expect(value[2]!.source).toEqual({
    repository: 'https://host.example/fork.git',
    commit: '0c0990399270277832fbb5b91a1fa118e6f63dba',
  });
});

test('addresses, uv, Hatch, groups that include others', () => {
  const { value } = readProject({
    'pyproject.toml': `[project]
dependencies = [
  "a @ git+https://host.example/a.git@v1",
  "b @ https://host.example/b-1.0.tar.gz",
  "c>=1",
  "d",
]
[dependency-groups]
dev = ["mypy==1.10.0", { include-group = "lint" }]
lint = ["black==24.4.2"]
[tool.uv]
dev-dependencies = ["nox==2024.4.15"]
[tool.uv.sources]
c = { git = "https://host.example/c", rev = "0c0990399270277832fbb5b91a1fa118e6f63dba" }
D = { workspace = true }
[tool.hatch.envs.docs]
dependencies = ["mkdocs==1.6.0"]
`,
  });
  expect(value.map(short)).toEqual([
    '3 a@ git direct runtime',
    '4 b@ url direct runtime',
    '5 c@ git direct runtime',
    '6 d@ workspace direct runtime',
    '9 mypy@1.10.0 direct development',
    '10 black@24.4.2 direct development',
    '12 nox@2024.4.15 direct development',
    '17 mkdocs@1.6.0 direct development',
  ]);
});

test('a lock further up goes before the members of its workspace alone', () => {
  const files = {
    'uv.lock': 'version = 1\n[[package]]\nname = "my-member"\nversion = "0.1.0"\nsource = { editable = "a" }\n',
    'a/pyproject.toml': '[project]\nname = "My_Member"\ndependencies = ["x==1"]\n',
    'b/pyproject.toml': '[project]\nname = "other"\ndependencies = ["y==1"]\n',
  };
  expect(readProject(files).value.map((it) => it.name)).toEqual(['y', 'my-member']);
});

test('extras that are called as those of developers are theirs', () => {
  const { value } = readProject({
    'pyproject.toml':
      '[project.optional-dependencies]\ndev = ["a"]\ntests = ["b"]\ndocs = ["c"]\nredis = ["d"]\ndevices = ["e"]\n',
  });
  expect(value.map((it) => `${it.name} ${it.scopes.join('+')}`)).toEqual([
    'a development',
    'b test',
    'c development',
    'd optional',
    'e optional',
  ]);
});

test("Poetry's own table may say where a package of the standard one is from", () => {
  const { value } = readProject({
    'pyproject.toml': `[project]
dependencies = ["fork>=1", "plain>=2"]
[tool.poetry.dependencies]
fork = { git = "https://host.example/fork.git", rev = "0c0990399270277832fbb5b91a1fa118e6f63dba" }
plain = { source = "mirror" }
`,
  });
  expect(value.map((it) => `${short(it)} ${it.requested}`)).toEqual([
    '2 fork@ git direct runtime >=1',
    '2 plain@ direct runtime >=2',
  ]);
});
