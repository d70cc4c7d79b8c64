import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('repositories with releases and commits, and what they install besides', () => {
  const commit = 'a'.repeat(40);
  const { value, problems } = readProject({
    '.pre-commit-config.yaml': `repos:
  - repo: https://github.com/psf/black.git
    rev: 24.1.0
    hooks:
      - id: black
        additional_dependencies: ['click==8.1.7', "types-x[y]==1.0", ranged>=1]
  - repo: https://github.com/pre-commit/mirrors-eslint
    rev: ${commit}
    hooks: [{id: eslint, additional_dependencies: [eslint@8.56.0, "@scope/plugin@1.0.0"]}]
  - repo: https://gitlab.example/group/sub/hook
    rev: v1
  - repo: local
`,
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${it.ecosystem} ${short(it)}`)).toEqual([
    'github 2 psf/black@24.1.0 git direct development',
    `github 7 pre-commit/mirrors-eslint@${commit} git direct development`,
    'generic 10 gitlab.example/group/sub/hook@v1 git direct development',
    'pypi 6 click@8.1.7 direct development',
    'pypi 6 types-x@1.0 direct development',
    'npm 9 eslint@8.56.0 direct development',
    'npm 9 @scope/plugin@1.0.0 direct development',
  ]);
  expect(value[1]!.source?.commit).toBe(commit);
});
