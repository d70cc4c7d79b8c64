import { current } from '../taint/context.ts';
import { taintText } from '../taint/deep.ts';
import { fault, guarded } from '../taint/faults.ts';
import { carry, rangesOf } from '../taint/operations.ts';
import { coarse, type Ranges } from '../taint/ranges.ts';
import { watchMember } from '../watch/wrap.ts';
import { kindOfSource } from './kinds.ts';

/** What came from outside in the text that a URL, or its parameters, were made of. */
const madeOf = new WeakMap<object, { readonly text: string; readonly ranges: Ranges }>();
const parts = ['href', 'origin', 'host', 'hostname', 'pathname', 'search', 'hash', 'username', 'password', 'port'];

/** Remembers what a URL was made of. */
export function made(result: unknown, value: unknown): void {
  guarded(() => {
    const followed = current();
    const ranges = followed && rangesOf(followed, value);
    if (!ranges || typeof value !== 'string' || typeof result !== 'object' || result === null) return;
    madeOf.set(result, { text: value, ranges });
    if (result instanceof URL) madeOf.set(result.searchParams, { text: value, ranges });
  });
}

/** Marks what is read out of URLs that outside data made. */
export function watchAddresses(): void {
  for (const name of parts) watchPart(name);
  const read = {
    after: ({ self, args }: { self: unknown; args: readonly unknown[] }, result: unknown): unknown =>
      parameter(self, args[0], result),
  };
  watchMember(URLSearchParams.prototype, 'get', [read]);
  watchMember(URLSearchParams.prototype, 'getAll', [read]);
  watchMember(URL.prototype, 'toString', [{ after: ({ self }, result) => part(self, result) }]);
}

function watchPart(name: string): void {
  const property = Object.getOwnPropertyDescriptor(URL.prototype, name);
  const get = property?.get;
  if (!get || !property.configurable) return;
  Object.defineProperty(URL.prototype, name, {
    ...property,
    get(this: unknown): unknown {
      return part(this, Reflect.apply(get, this, []));
    },
  });
}

function part(url: unknown, result: unknown): unknown {
  try {
    const followed = current();
    const origin = followed && typeof url === 'object' && url !== null ? madeOf.get(url) : undefined;
    if (!followed || !origin || typeof result !== 'string' || result === '') return result;
    followed.store.put(result, carry(followed, result, [origin.text]) ?? coarse(origin.ranges, result.length));
  } catch (error) {
    fault(error);
  }
  return result;
}

function parameter(parameters: unknown, name: unknown, result: unknown): unknown {
  const followed = current();
  if (!followed || typeof parameters !== 'object' || parameters === null || !madeOf.has(parameters)) return result;
  const mark = (it: unknown): unknown =>
    typeof it === 'string' ? taintText(followed, it, kindOfSource('query'), String(name)) : it;
  return Array.isArray(result) ? result.map(mark) : mark(result);
}
