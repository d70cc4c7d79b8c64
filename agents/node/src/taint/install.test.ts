import { expect, test } from 'vitest';
import { checks, methods } from '../rewrite/methods.ts';
import { ended, follow } from './context.ts';
import { taintText } from './deep.ts';
import { faults } from './faults.ts';
import { install } from './install.ts';
import { runtime } from './runtime.ts';

type Operation = (...all: unknown[]) => unknown;
const operation = (name: string): Operation => (runtime as unknown as Record<string, Operation>)[name]!;

test('no operation minds what it is called with, and each returns its result', () => {
  const guard = { checks: 0, given: 'this', pattern: true, when: true } as const;
  install({ code: () => {}, made: () => {}, marksOf: () => 0, guardsOf: () => [{ guard, marks: 2 }], html: 4 });
  follow({ method: 'GET', route: () => undefined }, (request) => {
    const odd: unknown[] = [
      undefined,
      null,
      0,
      -1.5,
      10n,
      '',
      'text',
      Symbol('s'),
      true,
      {},
      [],
      [null, undefined, {}],
      () => 1,
      /x/g,
      new Map(),
      Object.create(null),
      Buffer.from('b'),
      JSON,
      Buffer,
      new Proxy({}, {}),
      taintText(request, 'from outside', 'query parameter', 'q'),
    ];
    const names = [...Object.keys(methods), ...Object.keys(checks), 'left', 'right', 'two'];
    const wrong = names.filter((name) =>
      odd.some((result) =>
        odd.some((object) => odd.some((argument) => operation(name)(result, object, argument, argument) !== result)),
      ),
    );
    for (const a of odd) for (const b of odd) operation('sum')(String(typeof a), [0, 1, 0], a, b);
    expect(wrong).toEqual([]);
    ended(request);
  });
  expect(faults().count, String(faults().last)).toBe(0);
});
