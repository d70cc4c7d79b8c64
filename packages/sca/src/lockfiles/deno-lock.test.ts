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
    '8 @std/path@1.0.0 direct runtime 1',
  ]);
  expect(value.at(-1)).toMatchObject({ ecosystem: 'jsr', purl: 'pkg:jsr/%40std/path@1.0.0' });
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

test('packages of JSR with what they ask for, and packages that modules are imported from by address', () => {
  const { value, problems } = readProject({
    'deno.lock': `{
  "version": "5",
  "specifiers": {
    "jsr:@a/app@^1": "1.2.0",
    "jsr:@a/inner@^2.0": "2.1.0",
    "npm:chalk@5": "5.3.0"
  },
  "jsr": {
    "@a/app@1.2.0": { "integrity": "00", "dependencies": ["jsr:@a/inner", "npm:chalk@5"] },
    "@a/inner@2.1.0": { "integrity": "00" }
  },
  "npm": { "chalk@5.3.0": { "integrity": "sha512-AA==" } },
  "remote": {
    "https://deno.land/std@0.224.0/fs/mod.ts": "00",
    "https://deno.land/std@0.224.0/fs/walk.ts": "00",
    "https://deno.land/x/oak@v12.6.1/mod.ts": "00",
    "https://esm.sh/preact@10.19.2/hooks": "00",
    "https://esm.sh/v135/@s/n@1.0.0/denonext/n.mjs": "00",
    "https://host.example/mod.ts": "00"
  },
  "workspace": { "dependencies": ["jsr:@a/app@^1"] }
}
`,
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${it.ecosystem} ${short(it)}`)).toEqual([
    'npm 12 chalk@5.3.0 transitive runtime',
    'jsr 9 @a/app@1.2.0 direct runtime',
    'jsr 10 @a/inner@2.1.0 transitive runtime',
    'generic 14 deno.land/std@0.224.0 url direct runtime',
    'generic 16 deno.land/x/oak@v12.6.1 url direct runtime',
    'npm 17 preact@10.19.2 direct runtime',
    'npm 18 @s/n@1.0.0 direct runtime',
  ]);
  expect(edges(value[1]!)).toBe('@a/app → jsr:@a/inner@2.1.0 chalk@5.3.0');
});
