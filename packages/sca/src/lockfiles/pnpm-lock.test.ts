import type { Package, Read } from '@plumbline/core';
import { expect, test } from 'vitest';
import { extract } from '../index.ts';

const read = (text: string): Read<readonly Package[]> =>
  extract({ paths: ['pnpm-lock.yaml'], read: () => Buffer.from(text) });

const short = (it: Package): string =>
  `${it.location.start.line} ${it.name}@${it.version} ${it.origin} ${it.direct ? 'direct' : 'transitive'} ${it.scopes.join('+')}`;

const version9 = `---
lockfileVersion: '9.0'
importers:
  .:
    packageManagerDependencies:
      pnpm:
        specifier: 12.0.0
        version: 12.0.0
packages:
  pnpm@12.0.0:
    resolution: {integrity: sha512-AA==}
snapshots:
  pnpm@12.0.0: {}
---
lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

importers:

  .:
    dependencies:
      '@scope/web':
        specifier: ^1.0.0
        version: 1.2.0(react@18.0.0)(@types/node@20.0.0)
      old:
        specifier: npm:web-old@1
        version: web-old@1.0.0
    devDependencies:
      fork:
        specifier: github:me/fork
        version: https://codeload.github.com/me/fork/tar.gz/02fa893d619d3da85411acc8fd4e2eea0e95a9d9

  packages/tool:
    dependencies:
      shared:
        specifier: workspace:*
        version: link:../shared
      local:
        specifier: file:../local
        version: file:packages/local
    optionalDependencies:
      react:
        specifier: ^18
        version: 18.0.0

packages:

  '@scope/web@1.2.0':
    resolution: {integrity: sha512-AA==}
    engines: {node: '>=12'}
    peerDependencies:
      react: ^18

  fork@https://codeload.github.com/me/fork/tar.gz/02fa893d619d3da85411acc8fd4e2eea0e95a9d9:
    resolution: {tarball: https://codeload.github.com/me/fork/tar.gz/02fa893d619d3da85411acc8fd4e2eea0e95a9d9}
    version: 6.0.1

  local@file:packages/local:
    resolution: {directory: packages/local, type: directory}

  react@18.0.0:
    resolution: {integrity: sha512-AA==}

  web-old@1.0.0:
    resolution: {integrity: sha512-AA==}

snapshots:

  '@scope/web@1.2.0(react@18.0.0)(@types/node@20.0.0)':
    dependencies:
      react: 18.0.0

  '@scope/web@1.2.0(react@18.0.0)':
    dependencies:
      web-old: 1.0.0

  fork@https://codeload.github.com/me/fork/tar.gz/02fa893d619d3da85411acc8fd4e2eea0e95a9d9: {}

  local@file:packages/local: {}

  react@18.0.0: {}

  web-old@1.0.0: {}
`;

test('9: both documents, importers of all workspaces, peers, aliases and other origins', () => {
  const { value, problems } = read(version9);
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '10 pnpm@12.0.0 registry direct development',
    '50 @scope/web@1.2.0 registry direct runtime',
    '56 fork@6.0.1 git direct development',
    '60 local@ file direct runtime',
    '63 react@18.0.0 registry direct runtime+optional',
    '66 web-old@1.0.0 registry direct runtime',
    '35 tool@ workspace direct runtime',
  ]);
  expect(value[1]).toMatchObject({
    id: 'pnpm-lock.yaml#@scope/web@1.2.0',
    purl: 'pkg:npm/%40scope/web@1.2.0',
    requested: '^1.0.0',
    dependencies: [{ id: 'pnpm-lock.yaml#react@18.0.0' }, { id: 'pnpm-lock.yaml#web-old@1.0.0' }],
  });
});

test('6: keys with a slash, one project without importers', () => {
  const { value } = read(`lockfileVersion: '6.0'

dependencies:
  react-dom:
    specifier: ^18.2.0
    version: 18.2.0(react@18.2.0)

packages:

  /react-dom@18.2.0(react@18.2.0):
    peerDependencies:
      react: ^18.2.0
    dependencies:
      react: 18.2.0
    dev: false

  /react@18.2.0:
    resolution: {integrity: sha512-AA==}
    dev: false

  /lonely@1.0.0:
    dev: true
`);
  expect(value.map(short)).toEqual([
    '10 react-dom@18.2.0 registry direct runtime',
    '17 react@18.2.0 registry transitive runtime',
    '21 lonely@1.0.0 registry transitive development',
  ]);
});

test('5: specifiers apart, names in folders, registries and repositories in front', () => {
  const { value, problems } = read(`lockfileVersion: 5.3
specifiers:
  '@s/a': ^1.0.0
  mocks: github:me/mocks#main
devDependencies:
  '@s/a': 1.0.0_b@2.0.0
  mocks: github.com/me/mocks/590f321b4eb3f692bb211bd74e22947639a6f79d
packages:
  /@s/a/1.0.0_b@2.0.0:
    dependencies:
      b: 2.0.0
    dev: true
  registry.example/b/2.0.0:
    dev: true
  /b/2.0.0:
    dev: true
  github.com/me/mocks/590f321b4eb3f692bb211bd74e22947639a6f79d:
    resolution: {tarball: https://codeload.github.com/me/mocks/tar.gz/590f321b4eb3f692bb211bd74e22947639a6f79d}
    name: mocks
    version: 20.0.1
    dev: true
  '@host.example/npm/c-3.2.3.tgz':
    resolution: {tarball: https://host.example/npm/c-3.2.3.tgz}
    name: c
    version: 3.2.3
  invalid:
    dev: false
`);
  expect(value.map(short)).toEqual([
    '9 @s/a@1.0.0 registry direct development',
    '13 b@2.0.0 registry transitive development',
    '17 mocks@20.0.1 git direct development',
    '22 c@3.2.3 url transitive runtime',
  ]);
  expect(value[0]!.requested).toBe('^1.0.0');
  expect(problems.map((it) => [it.line, it.code])).toEqual([[26, 'parse-error']]);
});

test('says that it does not know a newer format, and reads it all the same', () => {
  const { value, problems } = read("lockfileVersion: '10.0'\npackages:\n  a@1.0.0: {}\n");
  expect(value.map((it) => it.name)).toEqual(['a']);
  expect(problems.map((it) => it.code)).toEqual(['lockfile-version']);
});

test('folders of a workspace are packages that ask for each other; ranges of catalogues, patches', () => {
  const files: Record<string, string> = {
    'packages/web/package.json': '{"name":"@shop/web","version":"1.0.0"}',
    'pnpm-lock.yaml': `lockfileVersion: '9.0'
catalogs:
  default:
    chalk: { specifier: ^5.0.0, version: 5.3.0 }
  old:
    chalk: { specifier: ^4.0.0, version: 4.1.0 }
patchedDependencies:
  chalk@5.3.0:
    hash: abc
    path: patches/chalk.patch
importers:
  .:
    devDependencies:
      chalk: { specifier: 'catalog:old', version: 4.1.0 }
  packages/web:
    dependencies:
      chalk: { specifier: 'catalog:', version: 5.3.0(patch_hash=abc) }
      ui: { specifier: 'workspace:*', version: link:../ui }
      away: { specifier: 'link:../../../away', version: link:../../../away }
  packages/ui: {}
packages:
  chalk@4.1.0: { resolution: { integrity: sha512-AA== } }
  chalk@5.3.0: { resolution: { integrity: sha512-AA== } }
snapshots:
  chalk@4.1.0: {}
  chalk@5.3.0(patch_hash=abc): {}
`,
  };
  const { value, problems } = extract({
    paths: Object.keys(files),
    read: (path) => (path in files ? Buffer.from(files[path]!) : undefined),
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '22 chalk@4.1.0 registry direct development ^4.0.0',
    '23 chalk@5.3.0 registry direct runtime ^5.0.0',
    '15 @shop/web@1.0.0 workspace direct runtime ',
    '20 ui@ workspace direct runtime workspace:*',
  ]);
  expect(value[2]!.dependencies.map((it) => it.id)).toEqual([
    'pnpm-lock.yaml#chalk@5.3.0',
    'pnpm-lock.yaml#workspace:packages/ui',
  ]);
});
