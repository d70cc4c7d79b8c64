import { runtime } from './runtime.ts';

const maxFaults = 20;
let count = 0;
let last: unknown;

/** A fault of ours inside the application: counted, and after too many the agent gives up for good. */
export function fault(error: unknown): void {
  count++;
  last = error;
  if (count !== maxFaults) return;
  runtime.on = 0;
  process.stderr.write(`plumbline: switched off after ${count} internal errors, the last: ${String(error)}\n`);
}

export function isBroken(): boolean {
  return count >= maxFaults;
}

export function faults(): { readonly count: number; readonly last: unknown } {
  return { count, last };
}

/** Runs a check of ours; whatever happens in it, the application does not notice. */
export function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    fault(error);
  }
}
