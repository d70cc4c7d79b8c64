import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('groups, edges, repositories', () => {
  const { value, problems } = readProject({
    'paket.lock': `RESTRICTION: == net8.0
NUGET
  remote: https://api.nuget.example/v3/index.json
    FSharp.Core (8.0.1)
    Argu (6.1.1)
      FSharp.Core (>= 4.3.2)
GITHUB
  remote: fsharp/FAKE
    src/app/Fake.fs (bbb0b2b0a0f0c0d0e0f0a0b0c0d0e0f0a0b0c0d0)

GROUP Test
NUGET
  remote: https://api.nuget.example/v3/index.json
    xunit (2.4.1)
`,
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '4 FSharp.Core@8.0.1 transitive runtime',
    '5 Argu@6.1.1 direct runtime',
    '14 xunit@2.4.1 direct test',
    '9 fsharp/FAKE@bbb0b2b0a0f0c0d0e0f0a0b0c0d0e0f0a0b0c0d0 git direct runtime',
  ]);
  expect(edges(value[1]!)).toBe('Argu → FSharp.Core@8.0.1');
});
