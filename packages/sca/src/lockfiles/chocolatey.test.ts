import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('id and version', () => {
  const { value, problems } = readProject({
    'ProgramData/chocolatey/lib/cmake/cmake.nuspec':
      '<package>\n<metadata>\n<id>cmake</id>\n<version>4.1.1</version></metadata></package>',
    'chocolatey/lib/x/x.nuspec': '<package><metadata><version>1</version></metadata></package>',
  });
  expect(value.map(short)).toEqual(['3 cmake@4.1.1 direct runtime']);
  expect(problems.map((it) => it.code)).toEqual(['not-a-manifest']);
});
