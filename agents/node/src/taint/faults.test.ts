import { expect, test, vi } from 'vitest';
import { current, ended, follow } from './context.ts';
import { fault, faults, guarded, isBroken } from './faults.ts';
import { runtime } from './runtime.ts';

const origin = { method: 'GET', route: () => undefined };

test('after too many faults of ours the agent switches itself off, once and for good', () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const isFollowed = (): boolean =>
    follow(origin, (request) => {
      const found = current() !== undefined;
      ended(request);
      return found;
    });
  for (let i = 0; i < 19; i++) guarded(() => fail(i));
  expect([isBroken(), isFollowed()]).toEqual([false, true]);
  follow(origin, () => fault(new Error('the twentieth')));
  expect([isBroken(), isFollowed(), runtime.on, faults().count]).toEqual([true, false, 0, 20]);
  fault(new Error('one more'));
  expect(said.mock.calls).toEqual([
    ['plumbline: switched off after 20 internal errors, the last: Error: the twentieth\n'],
  ]);
  said.mockRestore();
});

function fail(n: number): never {
  throw new Error(`fault ${n}`);
}
