import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('a snap says its name and version', () => {
  const { value, problems } = readProject({
    'snap/core/1/meta/snap.yaml':
      'name: core\nversion: 16-2.61.4\nsummary: runtime\nlicense: GPL-3.0\narchitectures: [amd64]\n',
    'snap/x/1/meta/snap.yaml': 'name: x\nsummary: no version\n',
  });
  expect(value.map(short)).toEqual(['1 core@16-2.61.4 direct runtime']);
  expect(value[0]).toMatchObject({ purl: 'pkg:snap/core@16-2.61.4', licenses: ['GPL-3.0'] });
  expect(problems.map((it) => it.code)).toEqual(['not-a-lockfile']);
});
