import v8 from 'node:v8';
import vm from 'node:vm';
import { expect, test } from 'vitest';
import { identityTest } from './same.ts';

const same = identityTest()!;
const text = (n: number): string => `value ${n}`;

test('tells one string from another of the same text', () => {
  const [one, other] = [text(1), text(1)];
  expect([same(one, one), same(one, other), same(one, one.slice(0))]).toEqual([true, false, true]);
});

test('goes on when V8 has forgotten its code', () => {
  v8.setFlagsFromString('--expose-gc');
  v8.setFlagsFromString('--stress-flush-code');
  const collect: unknown = vm.runInNewContext('gc');
  v8.setFlagsFromString('--allow-natives-syntax');
  const unguarded = vm.runInThisContext('(function (a, b) { return %IsSameHeapObject(a, b) })') as (
    a: string,
    b: string,
  ) => boolean;
  unguarded('a', 'b');
  v8.setFlagsFromString('--no-allow-natives-syntax');
  for (let i = 0; i < 20; i++) (collect as () => void)();
  v8.setFlagsFromString('--no-stress-flush-code');
  expect(() => unguarded('a', 'b'), 'the code was really forgotten').toThrow(SyntaxError);
  const [one, other] = [text(1), text(1)];
  expect([same(one, one), same(one, other)]).toEqual([true, false]);
});
