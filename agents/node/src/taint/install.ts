import { methods, type Method } from '../rewrite/methods.ts';
import { runtimeName } from '../rewrite/scope.ts';
import { current } from './context.ts';
import { fault } from './faults.ts';
import { followers } from './followers.ts';
import { carry, cleaned, left, right, sum, two } from './operations.ts';
import { runtime } from './runtime.ts';

/** What rewritten code needs from the rest of the agent. */
export interface Operations {
  /** Source text is about to be run by `eval` or `Function`. */
  code(text: unknown): void;
  /** What a global function's result is safe for, as marks. */
  marksOf(name: string): number;
}

/** Makes the runtime reachable for rewritten code, by its one global name. */
export function install({ code, marksOf }: Operations): void {
  const operations = {
    left,
    right,
    two,
    sum,
    as: (value: unknown) => value,
    code: (text: unknown) => {
      code(text);
      return text;
    },
    carried: (result: unknown, name: string, value: unknown) => carried(result, value, marksOf(name)),
    ...Object.fromEntries(Object.keys(methods).map((name) => [name, follower(name as Method)])),
  };
  Object.assign(runtime, operations);
  Object.defineProperty(globalThis, runtimeName, { value: runtime });
}

function follower(name: Method): (result: unknown, object: unknown, ...args: unknown[]) => unknown {
  const note = followers[name];
  return (result, object, ...args) => {
    const followed = current();
    if (followed === undefined) return result;
    try {
      note(followed, { result, object, args });
    } catch (error) {
      fault(error);
    }
    return result;
  };
}

function carried(result: unknown, value: unknown, marks: number): unknown {
  const followed = current();
  if (followed === undefined || typeof result !== 'string') return result;
  try {
    if (marks !== 0) return cleaned(followed, result, [value], marks);
    const ranges = carry(followed, result, [value]);
    if (ranges !== undefined) followed.store.put(result, ranges);
  } catch (error) {
    fault(error);
  }
  return result;
}
