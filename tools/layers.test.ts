import { expect, test } from 'vitest';
import { layers, typesAlone } from './layers.ts';
import { imports, rooms } from './rooms.ts';

const found = imports();

test('every import follows the house plan', () => {
  const against = found.filter((it) => !mayImport(it.from, it.to));
  expect(against.map((it) => `${it.file} imports ${it.to}`)).toEqual([]);
});

test('every room is in the plan, and every room of the plan exists', () => {
  expect(rooms()).toEqual(Object.keys(layers).sort());
});

test('the house plan has no cycle', () => {
  for (const room of Object.keys(layers)) expect(reach(room).has(room), room).toBe(false);
});

test('rooms that other processes live in know the rest by its types alone', () => {
  const against = found.filter((it) => typesAlone[homeOf(it.from)]?.includes(homeOf(it.to)) && !it.typeOnly);
  expect(against.map((it) => `${it.file} imports more than types of ${it.to}`)).toEqual([]);
});

/** A package's own files see all its folders; a folder sees what the plan lists for it and for its package. */
function mayImport(from: string, to: string): boolean {
  const home = homeOf(from);
  if (from === home && homeOf(to) === home) return true;
  if (layers[from]?.includes(to)) return true;
  return homeOf(to) !== home && (layers[home]?.includes(to) ?? false);
}

function homeOf(room: string): string {
  return room.split('/')[0]!;
}

function reach(room: string, seen = new Set<string>()): Set<string> {
  for (const next of layers[room] ?? []) {
    if (!seen.has(next)) reach(next, seen.add(next));
  }
  return seen;
}
