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
