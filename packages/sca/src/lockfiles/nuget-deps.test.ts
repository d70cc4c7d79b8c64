import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('libraries, the program itself, who asks for whom', () => {
  const { value, problems } = readProject({
    'bin/app.deps.json': JSON.stringify(
      {
        runtimeTarget: { name: '.NETCoreApp,Version=v8.0' },
        targets: {
          '.NETCoreApp,Version=v8.0': {
            'App/1.0.0': { dependencies: { Serilog: '2.10.0' } },
            'Serilog/2.10.0': { dependencies: { Core: '1.1.0' } },
            'Core/1.1.0': {},
          },
        },
        libraries: {
          'App/1.0.0': { type: 'project' },
          'Serilog/2.10.0': { type: 'package' },
          'Core/1.1.0': { type: 'package' },
          '/1.0': { type: 'package' },
        },
      },
      undefined,
      1,
    ),
  });
  expect(value.map(short)).toEqual([
    '21 App@1.0.0 workspace direct runtime',
    '24 Serilog@2.10.0 direct runtime',
    '27 Core@1.1.0 transitive runtime',
  ]);
  expect(edges(value[1]!)).toBe('Serilog → Core@1.1.0');
  expect(problems.map((it) => it.line)).toEqual([30]);
});
