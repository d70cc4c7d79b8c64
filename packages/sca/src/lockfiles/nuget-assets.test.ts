import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('libraries, edges by framework, what the project asks for', () => {
  const { value, problems } = readProject({
    'obj/project.assets.json': JSON.stringify(
      {
        version: 3,
        targets: {
          'net8.0': {
            'Web.Core/6.0.5': { type: 'package', dependencies: { 'Text.Json': '2.0.0' } },
            'Text.Json/2.1.0': { type: 'package' },
            'Checks/1.0.0': { type: 'package' },
          },
        },
        libraries: {
          'Web.Core/6.0.5': { type: 'package' },
          'Text.Json/2.1.0': { type: 'package' },
          'Checks/1.0.0': { type: 'package' },
          'Other/1.0.0': { type: 'project' },
        },
        project: {
          frameworks: {
            'net8.0': {
              dependencies: {
                'Web.Core': { target: 'Package', version: '[6.0.5, )' },
                checks: { suppressParent: 'All', version: '[1.0.0, )' },
              },
            },
          },
        },
      },
      undefined,
      2,
    ),
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '20 Web.Core@6.0.5 direct runtime [6.0.5, )',
    '23 Text.Json@2.1.0 transitive runtime ',
    '26 Checks@1.0.0 direct development [1.0.0, )',
  ]);
  expect(edges(value[0]!)).toBe('Web.Core → Text.Json/2.1.0');
});
