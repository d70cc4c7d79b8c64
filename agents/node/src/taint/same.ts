import v8 from 'node:v8';
import vm from 'node:vm';

export type Same = (a: string, b: string) => boolean;

/**
 * Whether two strings are one object on the heap, in plain JavaScript: an intrinsic of V8, compiled once at start.
 * Undefined where the engine has no such thing; values are then told apart by their text.
 *
 * V8 forgets the compiled code of functions that are idle for a few collections, and compiles them again at the next
 * call, then without the flag. So a call that fails is compiled under the flag once more.
 */
export function identityTest(): Same | undefined {
  try {
    const raw = withIntrinsics(() => compile());
    const [one, other] = [`q${process.pid}`, `q${process.pid}`];
    return raw(one, one) && !raw(one, other) ? guarded(raw) : undefined;
  } catch {
    return undefined; // another engine, or intrinsics refused
  }
}

function guarded(raw: Same): Same {
  return (a, b) => {
    try {
      return raw(a, b);
    } catch {
      return withIntrinsics(() => raw(a, b)); // forgotten code: see above
    }
  };
}

function compile(): Same {
  const raw: unknown = new vm.Script('(function same(a, b) { return %IsSameHeapObject(a, b) })').runInThisContext();
  if (typeof raw !== 'function') throw new Error('no function');
  const test: Same = (a, b) => raw(a, b) === true;
  test('a', 'b');
  return test;
}

function withIntrinsics<T>(work: () => T): T {
  v8.setFlagsFromString('--allow-natives-syntax');
  try {
    return work();
  } finally {
    v8.setFlagsFromString('--no-allow-natives-syntax');
  }
}
