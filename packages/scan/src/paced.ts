import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import type { Reading } from '@plumbline/sca';
import type { OnProgress } from './run/pool.ts';

/** Who waits for a long computation, and may end it. */
export interface Pace {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** Units: milliseconds. */
const longest = 50;

/**
 * Runs a long computation in slices: between them signals are heard, and progress is told.
 *
 * Errors: the signal's reason when it is aborted.
 */
export async function paced<T>(steps: Generator<Reading, T>, { signal, onProgress }: Pace): Promise<T> {
  let last = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - last < longest) continue;
    await setImmediate();
    signal?.throwIfAborted();
    const { done, total } = step.value;
    onProgress?.({ done, total, share: done / total });
    last = performance.now();
  }
}
