import { checks, methods, type Method } from '../rewrite/methods.ts';
import { rewriteBody } from '../rewrite/rewrite.ts';
import { runtimeName } from '../rewrite/scope.ts';
import { current } from './context.ts';
import { fault } from './faults.ts';
import { escaping, followers, type Call } from './followers.ts';
import { vouch, type Guard } from './guards.ts';
import { carry, cleaned, left, right, sum, two } from './operations.ts';
import { runtime } from './runtime.ts';

/** What rewritten code needs from the rest of the agent. */
export interface Operations {
  /** Source text is about to be run by `eval` or `Function`. */
  code(text: unknown): void;
  /** What a global function's result is safe for, as marks. */
  marksOf(name: string): number;
  /** What a method's outcome says of values, whatever it is called on; with marks for it. */
  guardsOf(method: string): readonly { readonly guard: Guard; readonly marks: number }[];
  /** A URL, or its parameters, were made of a value. */
  made(result: unknown, value: unknown): void;
  /** The mark of text that can be shown in HTML. */
  readonly html: number;
}

/** Makes the runtime reachable for rewritten code, by its one global name. */
export function install({ code, made, marksOf, guardsOf, html }: Operations): void {
  escaping.html = html;
  const names = [...Object.keys(methods), ...Object.keys(checks)];
  const operations = {
    left,
    right,
    two,
    sum,
    as: (value: unknown) => value,
    code: (maker: unknown, text: unknown) => {
      code(text);
      return bodyFor(maker, text);
    },
    made: (result: unknown, value: unknown) => {
      made(result, value);
      return result;
    },
    carried: (result: unknown, name: string, value: unknown) => carried(result, value, marksOf(name)),
    ...Object.fromEntries(names.map((name) => [name, follower(name, guardsOf(name))])),
  };
  Object.assign(runtime, operations);
  Object.defineProperty(globalThis, runtimeName, { value: runtime });
}

const bodies = new Map<string, string>();
const maxBodies = 500;
const maxBody = 1_000_000;

/** Text that `Function` is about to make a function of, as template engines do: its operations report, too. */
function bodyFor(maker: unknown, text: unknown): unknown {
  const isMade = typeof maker === 'function' && (maker === Function || maker.name === 'AsyncFunction');
  if (!isMade || typeof text !== 'string' || text.length > maxBody) return text;
  const known = bodies.get(text);
  if (known !== undefined) return known;
  const body = rewriteBody(text);
  if (bodies.size < maxBodies) bodies.set(text, body);
  return body;
}

function follower(name: string, guards: ReturnType<Operations['guardsOf']>): (...all: unknown[]) => unknown {
  const note = Object.hasOwn(followers, name) ? followers[name as Method] : undefined;
  return (result, object, ...args) => {
    const followed = current();
    if (followed === undefined) return result;
    try {
      const call: Call = { result, object, args };
      note?.(followed, call);
      for (const { guard, marks } of guards) vouch(followed, guard, marks, call);
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
