import { expect, test } from 'vitest';
import type { Reading } from '@plumbline/sca';
import { paced } from './paced.ts';

/** Steps that take a while each. */
function* slow(total: number): Generator<Reading, string> {
  for (let done = 0; done < total; done++) {
    const end = performance.now() + 20;
    while (performance.now() < end);
    yield { done, total };
  }
  return 'all';
}

test('a long computation tells how far it is, and hears that nobody waits any more', async () => {
  const told: number[] = [];
  expect(await paced(slow(10), { onProgress: ({ done }) => told.push(done) })).toBe('all');
  expect(told.length).toBeGreaterThan(0);
  expect(told).toEqual(told.toSorted((a, b) => a - b));

  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error('enough')), 1);
  await expect(paced(slow(1000), { signal: stop.signal })).rejects.toThrow('enough');
});
