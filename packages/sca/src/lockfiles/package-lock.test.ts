import type { Package, Read } from '@plumbline/core';
import { expect, test } from 'vitest';
import { extract } from '../index.ts';

function read(files: Readonly<Record<string, string | object>>): Read<readonly Package[]> {
  const textOf = (it: string | object): string => (typeof it === 'string' ? it : JSON.stringify(it, undefined, 1));
  const paths = Object.keys(files);
  return extract({ paths, read: (path) => (path in files ? Buffer.from(textOf(files[path]!)) : undefined) });
}

const short = (it: Package): string =>
  `${it.name}@${it.version} ${it.direct ? 'direct' : 'transitive'} ${it.scopes.join('+')}`;

test('version 3: names, scopes over all paths, edges resolved as Node.js does', () => {
  const { value, problems } = read({
    'package-lock.json': {
      lockfileVersion: 3,
      packages: {
        '': {
          dependencies: { app: '^1.0.0' },
          devDependencies: { test: '~2.0.0' },
          optionalDependencies: { fast: '*' },
        },
        'node_modules/app': { version: '1.1.0', license: 'MIT', dependencies: { both: '1', shared: '^2' } },
        'node_modules/app/node_modules/shared': { version: '2.0.0' },
        'node_modules/test': { version: '2.0.1', dev: true, dependencies: { both: '1', shared: '1' } },
        'node_modules/both': { version: '1.0.0' },
        'node_modules/shared': { version: '1.0.0', dev: true },
        'node_modules/fast': { version: '3.0.0', optional: true },
      },
    },
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    'app@1.1.0 direct runtime',
    'shared@2.0.0 transitive runtime',
    'test@2.0.1 direct development',
    'both@1.0.0 transitive runtime+development',
    'shared@1.0.0 transitive development',
    'fast@3.0.0 direct optional',
  ]);
  expect(value[0]).toMatchObject({
    id: 'package-lock.json#node_modules/app',
    purl: 'pkg:npm/app@1.1.0',
    requested: '^1.0.0',
    origin: 'registry',
    licenses: ['MIT'],
    dependencies: [
      { id: 'package-lock.json#node_modules/both', requested: '1' },
      { id: 'package-lock.json#node_modules/app/node_modules/shared', requested: '^2' },
    ],
    location: { file: 'package-lock.json', start: { line: 15, column: 3 }, end: { line: 15, column: 21 } },
  });
});

test('version 3: workspaces, links, aliases, peers, bundled ones', () => {
  const { value } = read({
    'package-lock.json': {
      lockfileVersion: 3,
      packages: {
        '': { workspaces: ['packages/*'], dependencies: { other: 'npm:real@1' } },
        'packages/web': {
          name: '@shop/web',
          version: '0.1.0',
          dependencies: { inner: '1' },
          devDependencies: { tool: '1' },
          peerDependencies: { host: '*' },
        },
        'node_modules/@shop/web': { resolved: 'packages/web', link: true },
        'node_modules/inner': { version: '1.0.0', dependencies: { bundled: '*' } },
        'node_modules/inner/node_modules/bundled': { version: '5.0.0', inBundle: true },
        'node_modules/tool': { version: '1.0.0', dev: true },
        'node_modules/host': { version: '9.0.0', peer: true },
        'node_modules/other': { name: 'real', version: '1.0.0' },
      },
    },
  });
  expect(value.map((it) => `${short(it)} ${it.origin}`)).toEqual([
    '@shop/web@0.1.0 direct runtime workspace',
    'inner@1.0.0 direct runtime registry',
    'bundled@5.0.0 transitive runtime registry',
    'tool@1.0.0 direct development registry',
    'host@9.0.0 direct runtime+peer registry',
    'real@1.0.0 direct runtime registry',
  ]);
});

test('tells registry, git, address and file apart', () => {
  const { value } = read({
    'package-lock.json': {
      lockfileVersion: 2,
      packages: {
        '': { dependencies: { a: '1', b: 'me/b', c: 'https://host.example/c.tgz', d: 'file:../d', e: 'file:e.tgz' } },
        'node_modules/a': { version: '1.0.0', resolved: 'https://npm-registry.example/a/-/a-1.0.0.tgz' },
        'node_modules/b': { version: '1.0.0', resolved: 'git+ssh://git@github.com/me/b.git#0123456789' },
        'node_modules/c': { version: '1.0.0', resolved: 'https://host.example/c.tgz' },
        '../d': { version: '1.0.0' },
        'node_modules/d': { resolved: '../d', link: true },
        'node_modules/e': { version: '1.0.0', resolved: 'file:e.tgz' },
      },
    },
  });
  expect(value.map((it) => `${it.name} ${it.origin}`)).toEqual(['a registry', 'b git', 'c url', 'd file', 'e file']);
});

const v1 = {
  lockfileVersion: 1,
  dependencies: {
    app: {
      version: '1.0.0',
      requires: { deep: '^2.0.0', gone: '1' },
      dependencies: { deep: { version: '2.0.0' } },
    },
    deep: { version: '1.0.0', dev: true },
    fork: { version: 'github:me/fork#0123', from: 'github:me/fork' },
    alias: { version: 'npm:@real/name@3.2.1' },
    maybe: { version: '1.0.0', dev: true, optional: true },
  },
};

test('version 1: nested dependencies, aliases, git; what the project asks for from package.json', () => {
  const { value, problems } = read({
    'package-lock.json': v1,
    'package.json': {
      dependencies: { app: '^1.0.0', fork: 'github:me/fork', alias: 'npm:@real/name@^3' },
      devDependencies: { deep: '1' },
    },
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${short(it)} ${it.origin} ${it.requested ?? ''}`)).toEqual([
    'app@1.0.0 direct runtime registry ^1.0.0',
    'deep@1.0.0 direct development registry 1',
    'fork@ direct runtime git github:me/fork',
    '@real/name@3.2.1 direct runtime registry npm:@real/name@^3',
    'maybe@1.0.0 transitive development registry ',
    'deep@2.0.0 transitive runtime registry ',
  ]);
});

test("version 1 without package.json: what nobody asks for is the project's own", () => {
  const { value } = read({ 'package-lock.json': v1 });
  expect(value.map(short)).toEqual([
    'app@1.0.0 direct runtime',
    'deep@1.0.0 direct development',
    'fork@ direct runtime',
    '@real/name@3.2.1 direct runtime',
    'maybe@1.0.0 direct development',
    'deep@2.0.0 transitive runtime',
  ]);
});

test('a folder that is only there for development, marks without a path, a link without a target', () => {
  const { value } = read({
    'package-lock.json': {
      lockfileVersion: 2,
      packages: {
        '': { devDependencies: { local: 'file:./local' } },
        local: { version: '1.0.0', dev: true, dependencies: { inner: '1' } },
        'node_modules/local': { resolved: 'local', link: true },
        'node_modules/inner': { version: '1.0.0', dev: true },
        'node_modules/lost': { version: '1.0.0', devOptional: true },
        'node_modules/bare': { link: true },
      },
    },
  });
  expect(value.map((it) => `${short(it)} ${it.origin}`)).toEqual([
    'local@1.0.0 direct development file',
    'inner@1.0.0 transitive development registry',
    'lost@1.0.0 transitive development+optional registry',
  ]);
});

test('what npm has not marked it installs for running, whatever the lists say', () => {
  const { value } = read({
    'package-lock.json': {
      lockfileVersion: 3,
      packages: {
        '': { devDependencies: { stale: '1', tool: '1' } },
        'node_modules/stale': { version: '1.0.0' },
        'node_modules/tool': { version: '1.0.0', dev: true, optionalDependencies: { fast: '1' } },
        'node_modules/fast': { version: '1.0.0', dev: true, optional: true },
      },
    },
  });
  expect(value.map(short)).toEqual([
    'stale@1.0.0 direct runtime+development',
    'tool@1.0.0 direct development',
    'fast@1.0.0 transitive development',
  ]);
});

test('a shrinkwrap wins over the lock beside it', () => {
  const lock = (version: string): object => ({ lockfileVersion: 3, packages: { 'node_modules/a': { version } } });
  const { value } = read({ 'package-lock.json': lock('1.0.0'), 'npm-shrinkwrap.json': lock('2.0.0') });
  expect(value.map((it) => it.version)).toEqual(['2.0.0']);
});

test('keeps the good part of a broken file and says where it breaks', () => {
  const { value, problems } = read({
    'package-lock.json': `{
  "lockfileVersion": 3,
  "packages": {
    "node_modules/a": { "version": "1.0.0" },
    "node_modules/b": { "version" "2.0.0", }
    "node_modules/c": { version: "3.0.0" },
    "node_modules/a": { "version": "1.0.1" },
    "node_modules/d": { "version": "4.0.0"`,
  });
  expect(value.map((it) => `${it.name}@${it.version}`)).toEqual(['a@1.0.1', 'b@2.0.0', 'c@', 'd@4.0.0']);
  expect(problems.map((it) => `${it.line ?? 0} ${it.message}`)).toMatchInlineSnapshot(`
    [
      "5 expected a colon after the key",
      "6 expected a comma or }",
      "6 expected a key in double quotes",
      "6 expected a colon after the key",
      "6 expected a value",
      "7 the key "node_modules/a" is there twice",
      "8 the text ends before a }",
      "8 the text ends before a }",
      "8 the text ends before a }",
    ]
  `);
});

test('reads an unknown version as far as it is like a known one, and says so', () => {
  const { value, problems } = read({
    'package-lock.json': { lockfileVersion: 9, packages: { 'node_modules/a': { version: '1.0.0' } } },
  });
  expect(value.map((it) => it.name)).toEqual(['a']);
  expect(problems).toEqual([
    {
      code: 'lockfile-version',
      message: 'lockfileVersion 9 is not known; read as far as it resembles 1 to 3.',
      file: 'package-lock.json',
    },
  ]);
});

test('a byte order mark and Windows line ends change nothing', () => {
  const { value, problems } = read({
    'package-lock.json':
      '\ufeff{\r\n"lockfileVersion": 3,\r\n"packages": {\r\n"node_modules/a": {"version": "1.0.0"}}}\r\n',
  });
  expect(problems).toEqual([]);
  expect(value[0]?.location.start).toEqual({ line: 4, column: 1 });
});

test('nests as deep as the limit and no deeper', () => {
  let inner: object = { version: '1.0.0' };
  for (let depth = 0; depth < 300; depth += 1) inner = { version: '1.0.0', dependencies: { a: inner } };
  const { value, problems } = read({ 'package-lock.json': { lockfileVersion: 1, dependencies: { a: inner } } });
  // A path of 100 parts: fifty times node_modules/a.
  expect(value).toHaveLength(50);
  expect(problems.map((it) => it.message.replace(/\d+/g, 'N'))).toEqual(
    expect.arrayContaining([
      'nested deeper than N levels',
      "A package's path has more than N characters or N folders; it is left out.",
    ]),
  );
});
