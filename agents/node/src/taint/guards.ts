import type { Followed } from './context.ts';
import { taintedIn } from './deep.ts';
import type { Call } from './followers.ts';
import { rangesOf } from './operations.ts';
import { marked } from './ranges.ts';

/** A call whose outcome vouches for a value, as the catalogue says it. */
export interface Guard {
  readonly checks: number | string;
  readonly given?: number | string;
  readonly pattern?: boolean;
  readonly matches?: string;
  readonly when: boolean;
}

/** Marks a value as safe for some kinds of sinks, if a call that is over vouches for it. */
export function vouch(followed: Followed, guard: Guard, marks: number, call: Call): void {
  if (Boolean(call.result) !== guard.when) return;
  const value = portOf(guard.checks, call);
  const ranges = rangesOf(followed, value);
  if (ranges === undefined || typeof value !== 'string' || !isFixed(followed, guard, call)) return;
  followed.store.set(value, marked(ranges, marks));
}

/** Whether what a value is checked against is the application's own, and strict where it is a pattern. */
function isFixed(followed: Followed, { given, pattern, matches }: Guard, call: Call): boolean {
  if (given === undefined) return true;
  const fixed = portOf(given, call);
  if (taintedIn(followed, { fixed }, 1).length > 0) return false;
  if (matches !== undefined && !(typeof fixed === 'string' && new RegExp(matches).test(fixed))) return false;
  if (pattern !== true) return true;
  return isStrict(fixed instanceof RegExp ? fixed.source : fixed);
}

function portOf(port: number | string, { object, args }: Call): unknown {
  return port === 'this' ? object : args[Number(port)];
}

/** Whether a pattern allows letters, digits and a few signs only, from the start of the text to its end. */
function isStrict(pattern: unknown): boolean {
  return (
    typeof pattern === 'string' &&
    pattern.startsWith('^') &&
    pattern.endsWith('$') &&
    !/(?<!\\)\.|\[\^|\\[SDW]/.test(pattern)
  );
}
