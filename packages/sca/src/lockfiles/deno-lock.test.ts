import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('4 and 5: specifiers, lists of dependencies, peers', () => {
  const { value, problems } = readProject({
    'deno.lock': `{
  "version": "5",
  "specifiers": {
    "jsr:@std/path@1": "1.0.0",
    "npm:chalk@5": "5.3.0",
    "npm:@s/dom@^18": "18.2.0_chalk@5.3.0"
  },
  "jsr": { "@std/path@1.0.0": { "integrity": "00" } },
  "npm": {
    "@s/dom@18.2.0_chalk@5.3.0": { "integrity": "sha512-AA==", "dependencies": ["chalk", "left@1.0.0", "old@npm:left@2.0.0"] },
    "chalk@5.3.0": { "integrity": "sha512-AA==" },
    "left@1.0.0": { "integrity": "sha512-AA==", "optionalDependencies": ["left@2.0.0"] },
    "left@2.0.0": { "integrity": "sha512-AA==" },
    "odd": {}
  }
}
`,
  });
  expect(problems.map((it) => [it.line, it.code])).toEqual([[14, 'parse-error']]);
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '10 @s/dom@18.2.0 direct runtime ^18',
    '11 chalk@5.3.0 direct runtime 5',
    '12 left@1.0.0 transitive runtime ',
    '13 left@2.0.0 transitive runtime+optional ',
  ]);
  expect(edges(value[0]!)).toBe('@s/dom → chalk@5.3.0 left@1.0.0 left@2.0.0');
});

test.each([
  [
    '2',
    {
      npm: {
        specifiers: { 'chalk@5': 'chalk@5.3.0' },
        packages: { 'chalk@5.3.0': { dependencies: { left: 'left@1.0.0' } }, 'left@1.0.0': {} },
      },
    },
  ],
  [
    '3',
    {
      packages: {
        specifiers: { 'npm:chalk@5': 'npm:chalk@5.3.0' },
        npm: { 'chalk@5.3.0': { dependencies: { left: 'left@1.0.0' } }, 'left@1.0.0': {} },
      },
    },
  ],
])('%s: the lists one level deeper', (version, lock) => {
  const { value } = readProject({ 'deno.lock': JSON.stringify({ version, ...lock }) });
  expect(value.map((it) => `${it.name} ${it.direct} ${edges(it)}`)).toEqual([
    'chalk true chalk → left@1.0.0',
    'left false left → ',
  ]);
});
