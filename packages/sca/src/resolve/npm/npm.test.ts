import type { Package } from '@plumbline/core';
import { expect, test } from 'vitest';
import { extract, resolverOf, type NpmRelease, type ResolutionRound } from '../../index.ts';

/** What a registry has: what versions ask for, by name and version. `latest` is a tag when it is no version's. */
type World = Readonly<Record<string, Readonly<Record<string, Partial<NpmRelease>>> & { readonly tags?: never }>>;

function resolve(
  files: Readonly<Record<string, object>>,
  world: World,
  tags: Readonly<Record<string, string>> = {},
): ResolutionRound {
  const project = {
    paths: Object.keys(files),
    read: (path: string) => Buffer.from(JSON.stringify(files[path], undefined, 1)),
  };
  const { value } = extract(project);
  return resolverOf(
    project,
    value,
  )({
    answer({ name }) {
      const versions = world[name];
      if (!versions) return { is: 'absent', reason: 'nobody has it' };
      const releases = Object.entries(versions).map(([version, it]) => ({ version, ...it }));
      // As the answer to any question: only npm is asked here.
      return { is: 'known', value: { tags: name in tags ? { latest: tags[name]! } : {}, releases } as never };
    },
  });
}

const short = (it: Package): string =>
  `${it.id.replace(/^.*?#/, '')} ${it.name}@${it.version} ${it.scopes.join()}${it.direct ? ' direct' : ''}${it.resolved ? '' : ' pinned'}`;

function tree(dependencies: object, world: World, more: object = {}): string[] {
  return resolve({ 'package.json': { dependencies, ...more } }, world).packages.map(short);
}

test('the highest version in the range, and what it brings along, told where the project asks for it', () => {
  const { packages, problems, missing } = resolve(
    { 'package.json': { dependencies: { a: '^1.0.0' }, devDependencies: { b: '1.0.0' } } },
    {
      a: { '1.0.0': {}, '1.2.0': { dependencies: { c: '*' } }, '2.0.0': {} },
      b: { '1.0.0': { dependencies: { c: '^1' } } },
      c: { '1.0.0': {} },
    },
  );
  expect(packages.map(short)).toEqual([
    'a@^1.0.0 a@1.2.0 runtime direct',
    'b@1.0.0 b@1.0.0 development direct pinned',
    'node_modules/c c@1.0.0 runtime,development',
  ]);
  expect(packages[0]).toMatchObject({
    purl: 'pkg:npm/a@1.2.0',
    requested: '^1.0.0',
    dependencies: [{ id: 'package.json#node_modules/c', requested: '*' }],
  });
  expect(packages[2]!.location).toEqual(packages[0]!.location);
  expect([problems, missing]).toEqual([[], []]);
});

test('latest before higher ones, deprecated ones last, pre-releases only when they are asked for', () => {
  const world = {
    a: { '1.0.0': {}, '1.1.0': {} },
    b: { '1.0.0': {}, '1.1.0': { deprecated: 'broken' } },
    c: { '1.0.0': {}, '2.0.0-rc.1': {} },
    d: { '2.0.0-rc.1': {} },
  };
  const asked = { a: '^1.0.0', b: '^1.0.0', c: '>=1', d: '>=2.0.0-alpha' };
  const { packages } = resolve({ 'package.json': { dependencies: asked } }, world, { a: '1.0.0' });
  expect(packages.map((it) => `${it.name}@${it.version}`)).toEqual(['a@1.0.0', 'b@1.0.0', 'c@1.0.0', 'd@2.0.0-rc.1']);
});

test('of two versions one goes deeper; optional ones may be missing; aliases have their own folder', () => {
  const world = {
    a: { '1.0.0': { dependencies: { c: '1' } } },
    b: { '1.0.0': { dependencies: { c: '2' }, optionalDependencies: { gone: '1' } } },
    c: { '1.0.0': {}, '2.0.0': {} },
  };
  expect(tree({ a: '1', b: '1', other: 'npm:c@2' }, world)).toEqual([
    'a@1 a@1.0.0 runtime direct',
    'b@1 b@1.0.0 runtime direct',
    'c@npm:c@2 c@2.0.0 runtime direct',
    'node_modules/c c@1.0.0 runtime',
    'node_modules/b/node_modules/c c@2.0.0 runtime',
  ]);
});

test('peers are installed beside who asks for them, in the version that both want', () => {
  const world = {
    plugin: { '1.0.0': { peerDependencies: { host: '>=1', extra: '1' }, optionalPeers: ['extra'] } },
    host: { '1.0.0': {}, '2.0.0': {}, '3.0.0': {} },
    user: { '1.0.0': { dependencies: { host: '^2' } } },
    extra: { '1.0.0': {} },
  };
  expect(tree({ plugin: '1' }, world)).toEqual([
    'plugin@1 plugin@1.0.0 runtime direct',
    'node_modules/host host@3.0.0 runtime',
  ]);
  expect(tree({ plugin: '1', host: '^1' }, world)).toContain('host@^1 host@1.0.0 runtime direct');
  expect(tree({ plugin: '1', user: '1' }, world)).toContain('node_modules/user/node_modules/host host@2.0.0 runtime');
});

test('overrides change what others ask for: everywhere, below one package, or as the project itself asks', () => {
  const world = {
    a: { '1.0.0': { dependencies: { c: '1' } } },
    b: { '1.0.0': { dependencies: { c: '1' } } },
    c: { '1.0.0': {}, '2.0.0': {} },
  };
  const versions = (overrides: object, own: object = {}): string[] =>
    tree({ a: '1', b: '1', ...own }, world, { overrides })
      .filter((it) => it.includes('c@'))
      .map((it) => it.split(' ')[0] + ' ' + it.split(' ')[1]!);
  expect(versions({ c: '2' })).toEqual(['node_modules/c c@2.0.0']);
  expect(versions({ a: { c: '2' } })).toEqual(['node_modules/c c@2.0.0', 'node_modules/b/node_modules/c c@1.0.0']);
  expect(versions({ 'c@^2': '2' })).toEqual(['node_modules/c c@1.0.0']);
  expect(versions({ c: '$c' }, { c: '^2' })).toEqual(['c@^2 c@2.0.0']);
});

test('workspaces share one tree, and one of them is no package of a registry', () => {
  const { packages } = resolve(
    {
      'package.json': { workspaces: ['packages/*'] },
      'packages/a/package.json': { name: 'a', version: '1.0.0', dependencies: { c: '1', b: '*' } },
      'packages/b/package.json': { name: 'b', version: '3.0.0', dependencies: { c: '2' } },
    },
    {
      b: { '9.0.0': {} },
      c: { '1.0.0': { dependencies: { d: '1' } }, '2.0.0': { dependencies: { d: '1' } } },
      d: { '1.0.0': {} },
    },
  );
  expect(packages.map((it) => `${it.id} ${it.name}@${it.version} ${it.origin}`)).toEqual([
    'packages/a/package.json#c@1 c@1.0.0 registry',
    'packages/a/package.json#b@* b@3.0.0 workspace',
    'packages/b/package.json#c@2 c@2.0.0 registry',
    'package.json#node_modules/d d@1.0.0 registry',
  ]);
});

test('what cannot be resolved is told with what asks for it; the rest stays', () => {
  const { packages, problems } = resolve(
    { 'package.json': { dependencies: { a: '1', gone: '1', here: 'file:../here' } } },
    { a: { '1.0.0': { dependencies: { lost: '1', b: '^9' } } }, b: { '1.0.0': {} } },
  );
  expect(packages.map(short)).toEqual([
    'a@1 a@1.0.0 runtime direct',
    'gone@1 gone@ runtime direct pinned',
    'here@file:../here here@ runtime direct pinned',
  ]);
  expect(problems).toEqual([
    { code: 'unresolved', message: 'Not resolved: gone 1: nobody has it.', file: 'package.json', line: 4 },
    {
      code: 'unresolved',
      message: 'Not resolved: lost 1 (asked for by a 1.0.0): nobody has it.',
      file: 'package.json',
      line: 3,
    },
    {
      code: 'unresolved',
      message: 'Not resolved: b ^9 (asked for by a 1.0.0): no version is ^9.',
      file: 'package.json',
      line: 3,
    },
  ]);
});

test('what nobody has asked yet is to be asked; a lock file needs no registry', () => {
  const project = (files: Readonly<Record<string, string>>): Parameters<typeof extract>[0] => ({
    paths: Object.keys(files),
    read: (path) => Buffer.from(files[path]!),
  });
  const open = project({ 'package.json': '{"dependencies":{"a":"1","@s/b":"2"}}' });
  const round = resolverOf(open, extract(open).value)({ answer: () => undefined });
  expect(round.missing).toEqual([
    { is: 'npm', name: 'a', version: '' },
    { is: 'npm', name: '@s/b', version: '' },
  ]);
  const locked = project({
    'package.json': '{"dependencies":{"a":"1"}}',
    'package-lock.json': '{"lockfileVersion":3,"packages":{}}',
  });
  expect(resolverOf(locked, extract(locked).value)({ answer: () => undefined }).missing).toEqual([]);
});

test('a project that takes no npm above 6 has no peers installed', () => {
  const world = { plugin: { '1.0.0': { peerDependencies: { host: '1' } } }, host: { '1.0.0': {} } };
  expect(tree({ plugin: '1' }, world, { engines: { npm: '<7' } })).toEqual(['plugin@1 plugin@1.0.0 runtime direct']);
  expect(tree({ plugin: '1' }, world, { packageManager: 'npm@6.14.0' })).toHaveLength(1);
  expect(tree({ plugin: '1' }, world, { engines: { npm: '>=6' } })).toHaveLength(2);
});

test('versions that ask for each other, and names as those of objects, end', () => {
  const world = {
    a: { '1.0.0': { dependencies: { b: '1' } }, '2.0.0': { dependencies: { b: '2' } } },
    b: { '1.0.0': { dependencies: { a: '2' } }, '2.0.0': { dependencies: { a: '1' } } },
  };
  expect(tree({ a: '1' }, world).length).toBeLessThan(10);
  const { packages } = resolve(
    { 'package.json': JSON.parse('{"dependencies":{"__proto__":"1","constructor":"1"}}') as object },
    {},
  );
  expect(packages.map((it) => it.name)).toEqual(['__proto__', 'constructor']);
});
