import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('pods, their parts, and where they are from', () => {
  const { value, problems } = readProject({
    'Podfile.lock': `PODS:
  - Cache (3.0.3):
    - Cache/Core (= 3.0.3)
    - Fork
  - Cache/Core (3.0.3)
  - Fork (1.0.0)
  - "Kit+x (2.0)"
  - Local (0.1.0)

DEPENDENCIES:
  - Cache (~> 3)
  - "Kit+x"
  - Local (from \`../Local\`)

EXTERNAL SOURCES:
  Fork:
    :git: https://host.example/fork.git
  Local:
    :path: "../Local"

COCOAPODS: 1.11.2
`,
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '2 Cache@3.0.3 direct runtime ~> 3',
    '5 Cache/Core@3.0.3 transitive runtime ',
    '6 Fork@1.0.0 git transitive runtime ',
    '7 Kit+x@2.0 direct runtime ',
    '8 Local@0.1.0 file direct runtime ',
  ]);
  expect(edges(value[0]!)).toBe('Cache → Cache/Core@3.0.3 Fork@1.0.0');
  expect(value[1]!.purl).toBe('pkg:cocoapods/Cache@3.0.3#Core');
});
