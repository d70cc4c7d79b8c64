import http from 'node:http';
import https from 'node:https';
import { taintBytes } from '../taint/bytes.ts';
import { ended, follow, sourceOf, type Followed, type Origin } from '../taint/context.ts';
import { taintText } from '../taint/deep.ts';
import { guarded } from '../taint/faults.ts';
import { all } from '../taint/ranges.ts';
import { runtime } from '../taint/runtime.ts';
import { kindOfSource } from './kinds.ts';

/** Requests that came in; a client's responses are of the same class. */
const requests = new WeakMap<object, Followed>();

export function isFollowedRequest(value: unknown): boolean {
  return typeof value === 'object' && value !== null && requests.has(value);
}

/** Follows every request of HTTP servers, from its `request` event until its response is closed. */
export function followRequests(): void {
  for (const server of [http.Server.prototype, https.Server.prototype]) {
    const { emit } = server;
    const following = function (this: unknown, ...args: unknown[]): unknown {
      const [event, request, response] = args;
      const run = (): unknown => Reflect.apply(emit, this, args);
      if (
        event !== 'request' ||
        !(request instanceof http.IncomingMessage) ||
        !(response instanceof http.ServerResponse)
      )
        return run();
      return follow(originOf(request), (followed) => {
        guarded(() => {
          response.once('close', () => ended(followed));
          requests.set(request, followed);
          taintRequest(followed, request);
        });
        return run();
      });
    };
    Object.defineProperties(following, { name: { value: 'emit' }, length: { value: emit.length } });
    Object.defineProperty(server, 'emit', { value: following, writable: true, configurable: true });
  }
}

/** Notes the bytes of bodies as they arrive: the parser hands them over outside of the request's own calls. */
export function followBodies(): void {
  const { prototype } = http.IncomingMessage;
  const { push } = prototype;
  const pushing = function (this: http.IncomingMessage, ...args: [chunk: unknown, encoding?: BufferEncoding]): boolean {
    const followed = runtime.on > 0 && Buffer.isBuffer(args[0]) ? requests.get(this) : undefined;
    if (followed?.open) guarded(() => noteBytes(followed, args[0]));
    return Reflect.apply(push, this, args);
  };
  Object.defineProperties(pushing, { name: { value: 'push' }, length: { value: push.length } });
  Object.defineProperty(prototype, 'push', { value: pushing, writable: true, configurable: true });
}

function noteBytes(followed: Followed, chunk: unknown): void {
  if (Buffer.isBuffer(chunk)) taintBytes(chunk, all(chunk.length, sourceOf(followed, kindOfSource('body'), '', '')));
}

/** The parts that Node itself fills in. */
function taintRequest(followed: Followed, request: http.IncomingMessage): void {
  if (request.url !== undefined) request.url = taintText(followed, request.url, kindOfSource('url'), '');
  const { headers } = request;
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') headers[name] = taintText(followed, value, kindOfSource('headers'), name);
    else if (value) headers[name] = value.map((it) => taintText(followed, it, kindOfSource('headers'), name));
  }
}

function originOf(request: http.IncomingMessage): Origin {
  const path = request.url?.split('?')[0];
  return { method: request.method, route: () => routeOf(request) ?? path };
}

/** The pattern of the route that a router of Express's kind has found. */
function routeOf(request: object): string | undefined {
  if (!('route' in request) || typeof request.route !== 'object' || request.route === null) return undefined;
  const path: unknown = 'path' in request.route ? request.route.path : undefined;
  if (typeof path !== 'string') return undefined;
  const base = 'baseUrl' in request && typeof request.baseUrl === 'string' ? request.baseUrl : '';
  return base + path;
}
