import type { Package } from '@plumbline/core';
import { expect, test } from 'vitest';
import { whyIs } from './why.ts';

const place = { file: 'lock', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
const named = (name: string, on: readonly string[], direct = false): Package => ({
  id: name,
  purl: `pkg:npm/${name}@1.0.0`,
  ecosystem: 'npm',
  name,
  version: '1.0.0',
  ...(direct && { requested: '^1' }),
  origin: 'registry',
  scopes: ['runtime'],
  direct,
  location: place,
  licenses: [],
  dependencies: on.map((id) => ({ id, requested: `~${id}` })),
});
const ways = (packages: readonly Package[], wanted: string, most = 5): unknown =>
  whyIs(packages, wanted, most).map((it) => [
    it.ways.map((way) => way.map((step) => `${step.package.name} ${step.requested ?? ''}`).join(' > ')),
    it.more,
  ]);

const graph = [
  named('a', ['b', 'c'], true),
  named('b', ['d']),
  named('c', ['b', 'd']),
  named('d', ['a'], false),
  named('e', ['d'], true),
  named('lone', []),
];

test('the shortest ways first, none with a package twice', () => {
  expect(ways(graph, 'd')).toEqual([
    [['e ^1 > d ~d', 'a ^1 > b ~b > d ~d', 'a ^1 > c ~c > d ~d', 'a ^1 > c ~c > b ~b > d ~d'], false],
  ]);
  expect(ways(graph, 'd', 2)).toEqual([[['e ^1 > d ~d', 'a ^1 > b ~b > d ~d'], true]]);
});

test('a direct package that others ask for as well', () => {
  expect(ways(graph, 'a', 2)).toEqual([[['a ^1', 'e ^1 > d ~d > a ~a'], false]]);
});

test('by name, version and purl', () => {
  const names = ['E', 'e@1.0.0', 'pkg:npm/e', 'pkg:npm/e@1.0.0', 'e@2.0.0', 'nobody'];
  expect(names.map((it) => whyIs(graph, it, 1).length)).toEqual([1, 1, 1, 1, 0, 0]);
});

test('what nothing leads to has no way', () => {
  expect(ways(graph, 'lone')).toEqual([[[], false]]);
});

test('a graph with more ways than anybody can wait for', () => {
  const layers = Array.from({ length: 40 }, (_, at) => [`x${at}`, `y${at}`]);
  const packages = layers.flatMap((names, at) => names.map((it) => named(it, layers[at + 1] ?? [], at === 0)));
  const [found] = whyIs(packages, 'x39', 3);
  expect(found?.ways.map((it) => it.length)).toEqual([40, 40, 40]);
  expect(found?.more).toBe(true);
});
