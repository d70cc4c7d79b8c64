import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('paths, workspaces, aliases, other origins', () => {
  const { value, problems } = readProject({
    'bun.lock': `{
  "lockfileVersion": 1,
  "workspaces": {
    "": {
      "name": "app",
      "dependencies": { "web": "^1.0.0", "old": "npm:new@1" },
      "devDependencies": { "left": "^2.0.0" },
    },
    "packages/tool": {
      "name": "@s/tool",
      "dependencies": { "left": "^1.0.0" },
    },
  },
  "packages": {
    "@s/tool": ["@s/tool@workspace:packages/tool"],
    "fork": ["fork@github:me/fork#6609a88", {}, "me-fork-6609a88"],
    "left": ["left@2.0.0", "", {}, "sha512-AA=="],
    "local": ["local@file:../local", {}],
    "old": ["new@1.5.0", "", { "optionalDependencies": { "fork": "me/fork" } }, "sha512-AA=="],
    "web": ["web@1.0.0", "", { "dependencies": { "left": "^1.0.0", "local": "*" } }, "sha512-AA=="],
    "@s/tool/left": ["left@1.1.0", "", {}, "sha512-AA=="],
    "web/left": ["left@1.0.0", "", {}, "sha512-AA=="],
    "odd": 1,
  }
}
`,
  });
  expect(problems.map((it) => [it.line, it.code])).toEqual([[23, 'parse-error']]);
  expect(value.map(short)).toEqual([
    '15 @s/tool@ workspace direct runtime',
    '16 fork@ git transitive optional',
    '17 left@2.0.0 direct development',
    '18 local@ file transitive runtime',
    '19 new@1.5.0 direct runtime',
    '20 web@1.0.0 direct runtime',
    '21 left@1.1.0 direct runtime',
    '22 left@1.0.0 transitive runtime',
  ]);
  expect(value.filter((it) => it.dependencies.length > 0).map(edges)).toEqual([
    '@s/tool → @s/tool/left',
    'new → fork',
    'web → web/left local',
  ]);
});

test('ranges of catalogues, versions of workspaces', () => {
  const { value } = readProject({
    'bun.lock': `{
  "lockfileVersion": 1,
  "workspaces": {
    "": { "dependencies": { "react": "catalog:" }, "devDependencies": { "chalk": "catalog:old" } },
    "ui": { "name": "@s/ui", "version": "1.2.0", "dependencies": { "react": "catalog:" } },
  },
  "catalog": { "react": "^18.2.0" },
  "catalogs": { "old": { "chalk": "^4" } },
  "packages": {
    "@s/ui": ["@s/ui@workspace:ui"],
    "chalk": ["chalk@4.1.2", "", {}, "sha512-AA=="],
    "react": ["react@18.3.1", "", {}, "sha512-AA=="],
  }
}
`,
  });
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '10 @s/ui@1.2.0 workspace direct runtime ',
    '11 chalk@4.1.2 direct development ^4',
    '12 react@18.3.1 direct runtime ^18.2.0',
  ]);
  expect(edges(value[0]!)).toBe('@s/ui → react');
});
