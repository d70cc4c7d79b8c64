import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasGit } from '../testing/git.ts';
import { gitState } from './git.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'plumb-git-'));
const git = (cwd: string, ...args: string[]): string => {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.example'];
  return execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8' }).trim();
};
function repository(): { readonly root: string; readonly commit: string } {
  const root = folder();
  git(root, 'init', '-q', '-b', 'feature/one');
  git(root, 'commit', '-q', '--allow-empty', '-m', 'x');
  return { root, commit: git(root, 'rev-parse', 'HEAD') };
}

test.skipIf(!hasGit)('branch and commit, also in a folder inside', () => {
  const { root, commit } = repository();
  mkdirSync(join(root, 'a/b'), { recursive: true });
  expect(gitState(join(root, 'a/b'))).toEqual({ branch: 'feature/one', commit });
});

test.skipIf(!hasGit)('packed refs', () => {
  const { root, commit } = repository();
  git(root, 'pack-refs', '--all');
  expect(gitState(root)).toEqual({ branch: 'feature/one', commit });
});

test.skipIf(!hasGit)('no branch: a detached head', () => {
  const { root, commit } = repository();
  git(root, 'checkout', '-q', '--detach');
  expect(gitState(root)).toEqual({ commit });
});

test.skipIf(!hasGit)('a linked work tree', () => {
  const { root, commit } = repository();
  const linked = join(folder(), 'linked');
  git(root, 'worktree', 'add', '-q', '-b', 'two', linked);
  expect(gitState(linked)).toEqual({ branch: 'two', commit });
});

test.each([
  ['no commit yet', 'ref: refs/heads/main\n', { branch: 'main' }],
  ['nonsense', '\0\u001b[31m', {}],
  ['a ref that leaves the folder', 'ref: refs/heads/../../../../etc/passwd\n', {}],
])('%s never fails', (_, head, state) => {
  const root = folder();
  mkdirSync(join(root, '.git'));
  writeFileSync(join(root, '.git/HEAD'), head);
  expect(gitState(root)).toEqual(state);
});

test('no repository', () => {
  expect(gitState(folder())).toEqual({});
});
