import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('frameworks, direct and transitive, other projects', () => {
  const { value, problems } = readProject({
    'src/packages.lock.json': JSON.stringify(
      {
        version: 1,
        dependencies: {
          net8: {
            'Web.Core': {
              type: 'Direct',
              requested: '[6.0.5, )',
              resolved: '6.0.5',
              dependencies: { 'Text.Json': '2.0.0' },
            },
            'text.json': { type: 'Transitive', resolved: '2.1.0' },
            other: { type: 'Project', dependencies: { 'Text.Json': '2.0.0' } },
          },
          'net8/win-x64': {
            'Web.Core': { type: 'Transitive', resolved: '6.0.5' },
            'text.json': { type: 'Transitive', resolved: '2.2.0' },
          },
        },
      },
      undefined,
      2,
    ),
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '5 Web.Core@6.0.5 direct runtime',
    '13 text.json@2.1.0 transitive runtime',
    '29 text.json@2.2.0 transitive runtime',
  ]);
  expect(value[0]).toMatchObject({
    id: 'src/packages.lock.json#web.core@6.0.5',
    purl: 'pkg:nuget/Web.Core@6.0.5',
    requested: '[6.0.5, )',
  });
  expect(edges(value[0]!)).toBe('Web.Core → text.json@2.1.0');
});

test('a version that nobody knows is read, and told', () => {
  const { value, problems } = readProject({
    'packages.lock.json': '{"version":3,"dependencies":{"net9":{"A":{"type":"Direct","resolved":"1.0.1"}}}}',
  });
  expect(value.map(short)).toEqual(['1 A@1.0.1 direct runtime']);
  expect(problems.map((it) => it.code)).toEqual(['lockfile-version']);
});
