import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('packages of Hackage and of git', () => {
  const { value, problems } = readProject({
    'stack.yaml.lock': `packages:
- completed:
    hackage: jose-jwt-0.10.0@sha256:6ed1,3546
    pantry-tree: {sha256: 5864, size: 1231}
  original:
    hackage: jose-jwt-0.10.0
- completed:
    commit: 0c0990399270277832fbb5b91a1fa118e6f63dba
    git: https://host.example/mine.git
    name: mine
    version: 0.1.0
  original: {git: x}
snapshots: []
`,
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual(['3 jose-jwt@0.10.0 direct runtime', '10 mine@0.1.0 git direct runtime']);
});
