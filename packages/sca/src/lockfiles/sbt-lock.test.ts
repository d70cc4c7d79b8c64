import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('configurations are scopes', () => {
  const { value } = readProject({
    'build.sbt.lock': JSON.stringify(
      {
        lockVersion: 1,
        dependencies: [
          { org: 'o', name: 'a_2.13', version: '1.0', configurations: ['compile', 'test'] },
          { org: 'o', name: 'b', version: '2.0', configurations: ['test'] },
          { org: 'o' },
        ],
      },
      undefined,
      1,
    ),
    'build.sbt': '"x" % "y" % "1"',
  });
  expect(value.map(short)).toEqual(['4 o:a_2.13@1.0 transitive runtime', '13 o:b@2.0 transitive test']);
});
