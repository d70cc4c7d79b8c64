import { expect, test } from 'vitest';
import { gitSource } from './git-source.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';
test.each([
  [`git+ssh://git@github.com/a/b.git#${commit}`, 'git+ssh://git@github.com/a/b.git'],
  [`git+https://github.com/a/b?branch=main#${commit.toUpperCase()}`, 'git+https://github.com/a/b'],
  [`pkg@https://github.com/a/b.git#commit=${commit}`, 'pkg@https://github.com/a/b.git'],
  [`https://github.com/a/b.git#workspace=x&commit=${commit}`, 'https://github.com/a/b.git'],
  [`https://codeload.github.com/a/b/tar.gz/${commit}`, 'https://github.com/a/b'],
  [`github:a/b#${commit}`, 'github:a/b'],
] as const)('%s', (address, repository) => {
  expect(gitSource(address)).toEqual({ repository, commit });
});

test('an address without a commit says nothing of one', () => {
  for (const it of ['', 'https://github.com/a/b.git', 'git+https://github.com/a/b#main', `#${commit}`]) {
    expect(gitSource(it)).toBeUndefined();
  }
});
