import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { sessionCookie, sessionIn } from '../auth/cookie.ts';
import type { Actor } from '../auth/scope.ts';
import { sessionAge } from '../auth/sign-in.ts';
import type { Store } from '../store/store.ts';
import type { Policy, Route, Session, Shape } from './route.ts';
import { checker } from './validate.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy;
  }
  interface FastifyRequest {
    actor: Actor | undefined;
  }
}

export interface MountOptions {
  readonly store: Store;
  readonly secure: boolean;
  readonly strict: boolean;
  readonly now: () => Date;
}

/** Units: calls a minute from one address. */
const limits = { 'sign-in': 10, ingest: 600 } as const;

/** Puts a route on the server: the one place where handlers meet HTTP. */
export function mount(app: FastifyInstance, { shape, handle }: Route, options: MountOptions): void {
  const check = options.strict ? checker({ schema: shape.response }) : undefined;
  app.route({
    ...fastifyOptions(shape),
    handler: async (request, reply) => {
      const { params, query, body } = request;
      const answer = await handle({ params, query, body } as never, {
        store: options.store,
        actor: request.actor,
        now: options.now(),
        session: sessionOf(request, reply, options.secure),
      });
      if (check) demandShape(check(JSON.parse(JSON.stringify(answer))), shape);
      return answer;
    },
  });
}

function fastifyOptions(shape: Shape): Omit<RouteOptions, 'handler'> {
  const { method, url, summary, policy, params, query, body, response, limit, bodyLimit } = shape;
  return {
    method,
    url,
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    config: { policy, ...(limit ? { rateLimit: { max: limits[limit], timeWindow: '1 minute' } } : {}) },
    schema: {
      summary,
      ...(policy === 'public' ? { security: [] } : {}),
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(body ? { body } : {}),
      response: { 200: response },
    },
  };
}

function sessionOf(request: FastifyRequest, reply: FastifyReply, secure: boolean): Session {
  return {
    current: sessionIn(request.headers.cookie, secure),
    begin: (secret) => void reply.header('set-cookie', sessionCookie(secret, sessionAge, secure)),
    end: () => void reply.header('set-cookie', sessionCookie('', 0, secure)),
  };
}

function demandShape(result: ReturnType<ReturnType<typeof checker>>, { method, url }: Shape): void {
  if ('error' in result) throw new Error(`${method} ${url} answers what it does not promise: ${result.error.message}`);
}
