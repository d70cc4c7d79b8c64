import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('image and features, with comments; the lock says which versions those are', () => {
  const files = {
    '.devcontainer/devcontainer.json': `{
  // to develop in
  "image": "mcr.example/devcontainers/base:ubuntu-22.04",
  "features": {
    "ghcr.example/devcontainers/features/node:1": {"version": "20"},
    "./local": {},
  },
}`,
  };
  const { value, problems } = readProject(files);
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '3 mcr.example/devcontainers/base@ubuntu-22.04 direct development',
    '5 ghcr.example/devcontainers/features/node@1 direct development',
  ]);
  const lock =
    '{"features": {"ghcr.example/devcontainers/features/node:1": {"version": "1.6.1", "resolved": "ghcr.example/x@sha256:00"}}}';
  expect(readProject({ ...files, '.devcontainer/devcontainer-lock.json': lock }).value.map(short)).toEqual([
    '1 ghcr.example/devcontainers/features/node@1.6.1 direct development',
    '3 mcr.example/devcontainers/base@ubuntu-22.04 direct development',
  ]);
});
