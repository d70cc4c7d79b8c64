import fastifySession from '@fastify/session';

export function login(ctx, id) {
  // ruleid: insecure-cookie-node
  ctx.cookies.set('session', id, { httpOnly: false, signed: true });
}

export function fastify(app, secret) {
  // ruleid: insecure-cookie-node
  app.register(fastifySession, { secret, cookie: { secure: false } });
  app.get('/login', (request, reply) => {
    // ruleid: insecure-cookie-node
    reply.setCookie('session', request.id, { path: '/', secure: false });
    // ok: insecure-cookie-node
    return reply.setCookie('seen', '1', { path: '/', secure: true, httpOnly: true });
  });
}

export function safe(ctx, id, production) {
  // ok: insecure-cookie-node
  ctx.cookies.set('session', id, { httpOnly: true, secure: production });
  // ok: insecure-cookie-node
  ctx.cookies.set('theme', 'dark');
}
