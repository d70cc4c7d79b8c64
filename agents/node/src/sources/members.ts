import http from 'node:http';
import { current } from '../taint/context.ts';
import { taintValue } from '../taint/deep.ts';
import { fault } from '../taint/faults.ts';
import { isFunction, watchMember } from '../watch/wrap.ts';
import type { Watch } from '../watch/wrap.ts';
import { isFollowedRequest } from './http.ts';
import { kindOfSource } from './kinds.ts';

/** Members that `followRequests` has marked already. */
const marked = new Set(['url', 'originalUrl', 'headers', 'rawHeaders', 'headersDistinct']);

/**
 * Marks what a member of a request holds: by its getter, by its method's result, or, for what middleware puts there
 * later, when it is put.
 */
export function watchSource(holder: object, name: string, methodWatch: (kind: string) => Watch): void {
  if (marked.has(name)) return;
  const property = Object.getOwnPropertyDescriptor(holder, name);
  if (property?.get && property.configurable) watchGetter(holder, name, property);
  else if (isFunction(property?.value)) watchMember(holder, name, [methodWatch(kindOfSource(name))]);
  else if (!property) watchAssignment(name);
}

function watchGetter(holder: object, name: string, property: PropertyDescriptor): void {
  const { get } = property;
  Object.defineProperty(holder, name, {
    ...property,
    get(this: unknown): unknown {
      return seen(this, Reflect.apply(get!, this, []), name);
    },
  });
}

/**
 * Middleware assigns `req.body` and the like. Until it does, the prototype holds an accessor; the first assignment
 * defines the request's own, visible as it would be without us, and every later one passes it too.
 */
function watchAssignment(name: string): void {
  const { prototype } = http.IncomingMessage;
  if (Object.hasOwn(prototype, name)) return;
  const values = new WeakMap<object, unknown>();
  const accessor = {
    get(this: object): unknown {
      return values.get(this);
    },
    set(this: object, value: unknown): void {
      values.set(this, seen(this, value, name));
    },
  };
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: false,
    get: () => undefined,
    set(this: object, value: unknown): void {
      accessor.set.call(this, value);
      Object.defineProperty(this, name, { ...accessor, configurable: true, enumerable: true });
    },
  });
}

function seen(request: unknown, value: unknown, name: string): unknown {
  try {
    const followed = isFollowedRequest(request) ? current() : undefined;
    return followed ? taintValue(followed, value, kindOfSource(name), '') : value;
  } catch (error) {
    fault(error);
    return value;
  }
}
