import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Stands in the built page where its nonce belongs; `packages/web/vite.config.ts` puts it there. */
const placeholder = 'PLUMB-NONCE';

/** Serves the built pages: files as they are, and the one page for every other path. */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  await app.register(staticFiles, { root: folder, serve: false });

  app.get<{ Params: { '*': string } }>(
    '/assets/*',
    { config: { policy: 'public' }, schema: { hide: true } },
    (request, reply) => reply.sendFile(`assets/${request.params['*']}`, { maxAge: '1y', immutable: true }),
  );
  app.setNotFoundHandler(async (request, reply) => {
    const isPage = ['GET', 'HEAD'].includes(request.method) && !/^\/(api|assets)(\/|$)/.test(request.url);
    if (!isPage)
      return await reply.code(404).send({ code: 'not-found', message: `There is no ${request.url.slice(0, 200)}.` });
    return sendPage(reply, page);
  });
}

/** The page carries a nonce for the styles that it makes; no other inline style, and no inline script, is allowed. */
function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', policyWith(nonce))
    .send(page.replaceAll(placeholder, nonce));
}

/** Source: CSP level 3 (https://www.w3.org/TR/CSP3/) */
function policyWith(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
