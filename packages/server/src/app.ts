import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { UserError, type ErrorCode } from '@plumbline/core';
import { authorise, type Gate } from './auth/caller.ts';
import type { Hosts } from './auth/hosts.ts';
import { servePages } from './pages.ts';
import { routes } from './routes/index.ts';
import { mount } from './routes/mount.ts';
import { checker } from './routes/validate.ts';
import type { Store } from './store/store.ts';

export interface AppOptions {
  readonly store: Store;
  readonly hosts: Hosts;
  readonly version: string;
  /** The folder of the built pages; none in tests of the API. */
  readonly pages?: string | undefined;
  /** Browsers reach us over https alone. */
  readonly secure?: boolean;
  /** Check answers against their schemas too: for tests, where a wrong answer is our bug. */
  readonly strict?: boolean;
  readonly now?: () => Date;
  /** Told of our own faults. */
  readonly report?: (error: unknown, request: string) => void;
}

/** The whole HTTP surface over one store. No sockets: tests call `app.inject()`. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { store, hosts, secure = false, strict = false, now = () => new Date() } = options;
  const app = fastify({
    bodyLimit: 1024 * 1024,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 500 },
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => void answerError(error, { request, reply, options }));
  app.setValidatorCompiler<TSchema>(({ schema, httpPart }) => checker({ schema, ...(httpPart ? { httpPart } : {}) }));
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.decorateRequest('actor', undefined);
  app.addHook('onRoute', ({ url, method, config }) => {
    if (!config?.policy) throw new Error(`${String(method)} ${url} says not who may call it`);
  });
  guard(app, { store, hosts, secure }, now);
  unpack(app);

  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: secure,
  });
  await app.register(rateLimit, { global: false });
  await app.register(swagger, { openapi: documentOf(options.version) });
  for (const it of routes) mount(app, it, { store, secure, strict, now });
  app.get('/api/openapi.json', { config: { policy: 'public' }, schema: { hide: true } }, () => app.swagger());
  if (options.pages !== undefined) await servePages(app, options.pages);
  await app.ready();
  return app;
}

/** Every request: is it meant for us, and may its sender do this? Asked before a body is read. */
function guard(app: FastifyInstance, gate: Gate, now: () => Date): void {
  app.addHook('onRequest', async (request) => {
    const { host, cookie, authorization, origin } = request.headers;
    if (!gate.hosts.isOurs(host)) {
      throw new UserError('request-foreign', { message: `this server is not ${(host ?? 'named').slice(0, 200)}` });
    }
    const { policy } = request.routeOptions.config;
    if (!policy) return; // no such route: the answer is a page or 404
    request.actor = await authorise({ method: request.method, cookie, authorization, origin }, policy, {
      gate,
      now: now(),
    });
  });
}

/** Reports come compressed. Fastify's limits count what comes out, so that a small bomb stays small. */
function unpack(app: FastifyInstance): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') return payload;
    if (encoding !== 'gzip') throw new UserError('request-invalid', { message: 'its content-encoding is not gzip' });
    // Fastify compares this with Content-Length, which says how much is sent, not what it unpacks to.
    const unpacked = Object.assign(createGunzip(), { receivedEncodedLength: 0 });
    payload.on('data', (chunk: Buffer) => void (unpacked.receivedEncodedLength += chunk.length));
    return pipeline(payload, unpacked, () => {});
  });
}

const statuses: Readonly<Partial<Record<ErrorCode, number>>> = {
  unauthorized: 401,
  'login-expired': 401,
  forbidden: 403,
  'request-foreign': 403,
  'not-found': 404,
};

/** The edge where errors end: the user's mistakes are told, ours are reported and keep quiet about why. */
function answerError(
  error: FastifyError,
  { request, reply, options }: { request: FastifyRequest; reply: FastifyReply; options: AppOptions },
): FastifyReply {
  if (error instanceof UserError) {
    return reply.code(statuses[error.code as ErrorCode] ?? 400).send({ code: error.code, message: error.message });
  }
  const status = error.statusCode ?? 500;
  if (status < 500) return reply.code(status).send({ code: 'request-invalid', message: error.message });
  options.report?.(error, `${request.method} ${request.routeOptions.url ?? ''}`);
  return reply
    .code(500)
    .send({ code: 'internal', message: 'Something went wrong here. The server’s output says what.' });
}

function documentOf(version: string) {
  return {
    openapi: '3.1.0',
    info: { title: 'Plumbline', version, description: 'The API of the platform; its pages use nothing else.' },
    components: {
      securitySchemes: {
        token: { type: 'http' as const, scheme: 'bearer', description: 'A token of the platform, `plumb_…`.' },
        session: { type: 'apiKey' as const, in: 'cookie', name: 'plumb' },
      },
    },
    security: [{ token: [] }, { session: [] }],
  };
}
