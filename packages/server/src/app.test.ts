import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp, type AppOptions } from './app.ts';
import { hostsOf } from './auth/hosts.ts';
import { newLoginCode, newToken } from './auth/sign-in.ts';
import { routes } from './routes/index.ts';
import type { Store } from './store/store.ts';
import { startDatabase, temporaryFolder, type TestDatabase } from './testing/database.ts';
import { codeFinding, libraryFinding, location, report, runtimeReport, shownFinding } from './testing/reports.ts';

let database: TestDatabase;
let store: Store;
let app: FastifyInstance;
const now = { at: new Date('2026-11-22T10:00:00Z') };
let tick = 0;
const origin = 'http://127.0.0.1:7586';

beforeAll(async () => {
  database = await startDatabase();
});
afterAll(async () => {
  await database?.close();
});
const openApp = async (more: Partial<AppOptions> = {}): Promise<FastifyInstance> =>
  await createApp({
    store,
    hosts: hostsOf({ host: '127.0.0.1', port: () => 7586 }),
    version: '0.1.0',
    strict: true,
    now: () => new Date(now.at.getTime() + tick++), // no two requests at once
    ...more,
  });
beforeEach(async () => {
  store = await database.newStore();
  app = await openApp();
  now.at = new Date('2026-11-22T10:00:00Z');
});

/** Asks as a browser or program on this machine does. */
const ask = async (options: InjectOptions) =>
  await app.inject({ ...options, headers: { host: '127.0.0.1:7586', ...options.headers } });
const tokenFor = async (...scopes: string[]): Promise<Record<string, string>> => {
  const { secret } = await newToken(store, { name: 'test', scopes, by: 'test' });
  return { authorization: `Bearer ${secret}` };
};
const signIn = async (): Promise<Record<string, string>> => {
  const code = await newLoginCode(store, now.at);
  const answer = await ask({ method: 'POST', url: '/api/v1/session', payload: { code } });
  return { cookie: String(answer.headers['set-cookie']).split(';')[0]!, origin };
};
const send = async (...findings: Parameters<typeof report>[0]) => {
  const headers = await tokenFor('scan:write');
  return await ask({ method: 'POST', url: '/api/v1/scans', headers, payload: report(findings) });
};

describe('who may ask', () => {
  test('every route says who', () => {
    const policies = routes.map(({ shape }) => `${shape.method} ${shape.url} ${shape.policy}`);
    expect(policies).toEqual([
      'GET /api/v1/health public',
      'POST /api/v1/session public',
      'GET /api/v1/session signed-in',
      'DELETE /api/v1/session signed-in',
      'GET /api/v1/findings read',
      'GET /api/v1/findings/facets read',
      'GET /api/v1/findings/:id read',
      'PUT /api/v1/findings/:id/triage triage:write',
      'POST /api/v1/scans scan:write',
      'POST /api/v1/runtime runtime:write',
      'GET /api/v1/tokens tokens:write',
      'POST /api/v1/tokens tokens:write',
      'DELETE /api/v1/tokens/:id tokens:write',
    ]);
  });

  test('a route that does not say stops the start', async () => {
    const bare = await openApp();
    expect(() => bare.get('/api/open', () => 'all')).toThrow();
    await bare.close();
  });

  test.each(
    routes.filter(({ shape }) => shape.policy !== 'public').map(({ shape }) => [`${shape.method} ${shape.url}`]),
  )('%s is closed to strangers, before it reads what they send', async (name) => {
    const [method, url] = name.split(' ') as ['GET', string];
    const request = {
      method,
      url: url.replace(':id', '01a20331-e71d-7bc3-9b48-948cae44e97a'),
      payload: method === 'GET' ? undefined : 'no json',
    };
    const answers = [
      await ask(request as InjectOptions),
      await ask({ ...request, headers: { authorization: 'Bearer plumb_aaaaaaaaaaaaaaaaaaaaaaaa' } } as InjectOptions),
      await ask({ ...request, headers: { cookie: 'plumb=abc' } } as InjectOptions),
    ];
    expect(answers.map((it) => [it.statusCode, it.json<{ code: string }>().code])).toEqual(
      answers.map(() => [401, 'unauthorized']),
    );
  });

  test('a token does what it was made for, and nothing else', async () => {
    const headers = await tokenFor('scan:write');
    const list = await ask({ method: 'GET', url: '/api/v1/findings', headers });
    expect([list.statusCode, list.json()]).toEqual([
      403,
      { code: 'forbidden', message: 'This sign-in may not read findings.' },
    ]);
    expect((await ask({ method: 'GET', url: '/api/v1/tokens', headers: await tokenFor('read') })).statusCode).toBe(403);
    expect((await send(codeFinding())).statusCode).toBe(200);
  });

  test('an ended token opens nothing', async () => {
    const browser = await signIn();
    const made = await ask({
      method: 'POST',
      url: '/api/v1/tokens',
      headers: browser,
      payload: { name: 'ci', scopes: ['read'] },
    });
    const { id, token } = made.json<{ id: string; token: string }>();
    const read = async () =>
      (await ask({ method: 'GET', url: '/api/v1/findings', headers: { authorization: `Bearer ${token}` } })).statusCode;
    expect(await read()).toBe(200);
    const list = await ask({ method: 'GET', url: '/api/v1/tokens', headers: browser });
    expect(list.json()).toMatchObject({ tokens: [{ id, name: 'ci', scopes: ['read'], createdBy: 'admin' }] });
    expect(list.body).not.toContain(token.slice(6));
    expect((await ask({ method: 'DELETE', url: `/api/v1/tokens/${id}`, headers: browser })).statusCode).toBe(200);
    expect(await read()).toBe(401);
    expect((await ask({ method: 'DELETE', url: `/api/v1/tokens/${id}`, headers: browser })).statusCode).toBe(404);
  });

  test('another organisation sees nothing of it', async () => {
    await send(codeFinding());
    const headers = await tokenFor('read');
    const { findings } = (await ask({ method: 'GET', url: '/api/v1/findings', headers })).json<{
      findings: { id: string }[];
    }>();
    store = await database.newStore();
    app = await openApp();
    const theirs = await tokenFor('read');
    expect((await ask({ method: 'GET', url: '/api/v1/findings', headers: theirs })).json()).toEqual({ findings: [] });
    expect((await ask({ method: 'GET', url: `/api/v1/findings/${findings[0]!.id}`, headers: theirs })).statusCode).toBe(
      404,
    );
    expect((await ask({ method: 'GET', url: '/api/v1/findings', headers })).statusCode).toBe(401);
  });
});

describe('signing in', () => {
  const use = async (code: string) => await ask({ method: 'POST', url: '/api/v1/session', payload: { code } });

  test('works once, and for a quarter of an hour', async () => {
    const code = await newLoginCode(store, now.at);
    const answer = await use(code);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['set-cookie']).toMatch(
      /^plumb=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=1209600$/,
    );
    expect((await use(code)).json()).toMatchObject({ code: 'login-expired' });
    const late = await newLoginCode(store, now.at);
    now.at = new Date(now.at.getTime() + 15 * 60_000);
    expect((await use(late)).statusCode).toBe(401);
  });

  test('of two who use a link at once, one gets in', async () => {
    const code = await newLoginCode(store, now.at);
    const answers = await Promise.all([use(code), use(code), use(code)]);
    expect(answers.map((it) => it.statusCode).sort()).toEqual([200, 401, 401]);
  });

  test('ends after two weeks, or when one signs out', async () => {
    const browser = await signIn();
    const who = async () => await ask({ method: 'GET', url: '/api/v1/session', headers: browser });
    expect((await who()).json()).toMatchObject({ is: 'user', name: 'admin' });
    const start = now.at;
    now.at = new Date(start.getTime() + 14 * 24 * 3_600_000);
    expect((await who()).statusCode).toBe(401);
    now.at = start;
    expect((await ask({ method: 'DELETE', url: '/api/v1/session', headers: browser })).headers['set-cookie']).toContain(
      'Max-Age=0',
    );
    expect((await who()).statusCode).toBe(401);
  });

  test('behind https the cookie is for https alone', async () => {
    const hosts = hostsOf({ host: '127.0.0.1', port: () => 7586, publicUrl: 'https://plumb.example' });
    app = await openApp({ secure: true, hosts });
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { host: 'plumb.example', origin: 'https://plumb.example' },
      payload: { code: await newLoginCode(store, now.at) },
    });
    expect(answer.headers['set-cookie']).toMatch(/^__Host-plumb=.*; Secure$/);
    expect(answer.headers['strict-transport-security']).toContain('max-age=');
  });

  test('may be tried ten times a minute', async () => {
    const statuses = [];
    for (let at = 0; at < 12; at++) statuses.push((await use('wrong')).statusCode);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
  });
});

describe('requests from elsewhere', () => {
  test.each([['evil.example'], ['127.0.0.1:80'], ['127.0.0.1.evil.example:7586'], ['169.254.169.254:7586'], ['']])(
    'the host %j is not ours',
    async (host) => {
      const answer = await ask({ method: 'GET', url: '/api/v1/health', headers: { host } });
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'request-foreign']);
    },
  );

  test.each([['127.0.0.1:7586'], ['localhost:7586'], ['LOCALHOST:7586'], ['[::1]:7586']])(
    'the host %j is',
    async (host) => {
      expect((await ask({ method: 'GET', url: '/api/v1/health', headers: { host } })).json()).toEqual({ status: 'ok' });
    },
  );

  test.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:3000' }],
    ['nowhere', { origin: 'null' }],
    ['who knows', { origin: '' }],
  ])('a change by cookie from %s is refused', async (_, headers) => {
    const browser = await signIn();
    const { origin: __, ...cookie } = browser;
    const all = headers['origin'] === '' ? cookie : { ...cookie, ...headers };
    const answer = await ask({
      method: 'POST',
      url: '/api/v1/tokens',
      headers: all,
      payload: { name: 'x', scopes: ['read'] },
    });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'request-foreign']);
  });

  test('a form cannot send what only our pages do', async () => {
    const answer = await ask({
      method: 'POST',
      url: '/api/v1/tokens',
      headers: { ...(await signIn()), 'content-type': 'text/plain' },
      payload: '{"name":"x","scopes":["read"]}',
    });
    expect(answer.statusCode).toBe(400);
  });
});

describe('findings', () => {
  const many = Array.from({ length: 25 }, (_, at) =>
    codeFinding({
      rule: at % 2 ? 'eval' : 'sql-injection',
      severity: at % 5 ? 'medium' : 'high',
      code: `${at}`,
      line: at + 1,
      title: `Finding ${at}`,
    }),
  );
  const get = async <T>(url: string): Promise<T> => {
    const answer = await ask({ method: 'GET', url, headers: await tokenFor('read') });
    expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
    return answer.json<T>();
  };
  interface Page {
    findings: { id: string; title: string; severity: string }[];
    next?: string;
  }

  test.each(['severity', 'newest'])('come page by page, by %s, each once', async (order) => {
    await send(...many.slice(0, 12));
    now.at = new Date(now.at.getTime() + 1000);
    await send(...many);
    const seen: Page['findings'] = [];
    let cursor = '';
    do {
      const page: Page = await get(`/api/v1/findings?order=${order}&limit=7${cursor}`);
      seen.push(...page.findings);
      cursor = page.next ? `&cursor=${page.next}` : '';
    } while (cursor !== '');
    expect(new Set(seen.map((it) => it.title)).size).toBe(25);
    expect(seen).toHaveLength(25);
    if (order === 'severity') expect(seen.slice(0, 5).every((it) => it.severity === 'high')).toBe(true);
  });

  test('are narrowed by filters: all of them, any value of each', async () => {
    await send(...many, libraryFinding());
    const titles = async (query: string) => (await get<Page>(`/api/v1/findings?${query}`)).findings.length;
    expect(await titles('severity=high')).toBe(6);
    expect(await titles('severity=high&severity=medium')).toBe(26);
    expect(await titles('severity=high&rule=eval')).toBe(2);
    expect(await titles('kind=library')).toBe(1);
    expect(await titles('text=GHSA-35jh%20LODASH')).toBe(1);
    expect(await titles('text=%25')).toBe(0);
    expect(await titles('evidence=declared')).toBe(1);
    expect(await titles('project=shop')).toBe(26);
    expect(await titles('project=other')).toBe(0);
    expect(await titles('status=fixed')).toBe(0);
  });

  test('are counted by value, each filter put aside for its own counts', async () => {
    await send(...many, libraryFinding());
    const { total, isMore, facets } = await get<{ total: number; isMore: boolean; facets: Record<string, unknown> }>(
      '/api/v1/findings/facets?severity=high&kind=code',
    );
    expect([total, isMore]).toEqual([5, false]);
    expect(facets).toEqual({
      severity: [
        { value: 'medium', count: 20 },
        { value: 'high', count: 5 },
      ],
      status: [{ value: 'open', count: 5 }],
      kind: [
        { value: 'code', count: 5 },
        { value: 'library', count: 1 },
      ],
      evidence: [{ value: 'match', count: 5 }],
      project: [{ value: 'shop', count: 5 }],
      service: [],
      rule: [
        { value: 'sql-injection', count: 3 },
        { value: 'eval', count: 2 },
      ],
    });
  });

  test('one finding tells all that is known of it', async () => {
    await send(codeFinding());
    await ask({
      method: 'POST',
      url: '/api/v1/runtime',
      headers: await tokenFor('runtime:write'),
      payload: runtimeReport([shownFinding(11)]),
    });
    const { findings } = await get<Page>('/api/v1/findings?service=shop-api&evidence=request');
    const one = await get<Record<string, never>>(`/api/v1/findings/${findings[0]!.id}`);
    expect(one).toMatchObject({
      project: 'shop',
      status: 'open',
      finding: {
        rule: 'sql-injection',
        location: location('src/app.js', 10),
        evidence: [{ is: 'match' }, { is: 'request', route: '/items/:id' }],
      },
      observations: [{ hits: 1 }, { hits: 1, lastSeen: '2026-11-20T10:00:00.000Z' }],
      branches: [{ name: 'main', state: 'open' }],
      events: [
        { kind: 'shown', by: 'agent' },
        { kind: 'created', by: 'scan' },
      ],
    });
  });

  test('are decided about, with a reason', async () => {
    await send(codeFinding());
    const browser = await signIn();
    const { findings } = await get<Page>('/api/v1/findings');
    const url = `/api/v1/findings/${findings[0]!.id}/triage`;
    const put = async (payload: object) => (await ask({ method: 'PUT', url, headers: browser, payload })).statusCode;
    expect(await put({ status: 'ignored' })).toBe(400);
    expect(await put({ status: 'fixed' })).toBe(400);
    expect(await put({ status: 'ignored', reason: 'duplicate', comment: 'of the other\0' })).toBe(200);
    expect(await get(`/api/v1/findings/${findings[0]!.id}`)).toMatchObject({
      status: 'ignored',
      triage: { status: 'ignored', reason: 'duplicate', comment: 'of the other', by: 'admin' },
      events: [{ kind: 'triaged', by: 'admin' }, { kind: 'created' }],
    });
    await send(codeFinding());
    expect(await get('/api/v1/findings?status=ignored')).toMatchObject({ findings: [{ id: findings[0]!.id }] });
    expect(await put({ status: 'open' })).toBe(200);
    expect(
      (
        await ask({
          method: 'PUT',
          url: url.replace(/.{8}(?=\/triage)/, '00000000'),
          headers: browser,
          payload: { status: 'open' },
        })
      ).statusCode,
    ).toBe(404);
  });

  test.each([
    ['limit=0'],
    ['limit=501'],
    ['limit=x'],
    ['severity=worst'],
    ['cursor=abc'],
    ['cursor=MCBub3cgMQ'],
    ['unknown=1'],
    ['text=%00'],
    [`text=${'x'.repeat(501)}`],
    [Array.from({ length: 60 }, (_, at) => `rule=${at}`).join('&')],
  ])('a list asked for with %s is refused with a reason', async (query) => {
    const answer = await ask({ method: 'GET', url: `/api/v1/findings?${query}`, headers: await tokenFor('read') });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'request-invalid']);
  });
});

describe('hostile bodies', () => {
  const post = async (payload: string | Buffer, headers: Record<string, string> = {}) => {
    const answer = await ask({
      method: 'POST',
      url: '/api/v1/scans',
      headers: { ...(await tokenFor('scan:write')), 'content-type': 'application/json', ...headers },
      payload,
    });
    return [answer.statusCode, answer.json<{ code?: string; message?: string }>().code];
  };
  const good = (): string => JSON.stringify(report([codeFinding()]));

  test.each<[string, string]>([
    ['no JSON', '{'],
    ['nothing', ''],
    ['another shape', '[]'],
    ['a million brackets', '['.repeat(1_000_000)],
    ['a deep object', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
    ['a key of the prototype', good().replace('"rules":10', '"rules":10,"__proto__":{"x":1}')],
    ['an unknown key', good().replace('"rules":10', '"rules":10,"more":1')],
    ['another version', good().replace('"version":"1.0"', '"version":"9.0"')],
  ])('%s is refused', async (_, payload) => {
    expect(await post(payload)).toEqual([400, 'request-invalid']);
  });

  test('a packed report is unpacked; what is packed badly, or unpacks to too much, is refused', async () => {
    const gzip = { 'content-encoding': 'gzip' };
    expect((await post(gzipSync(good()), gzip))[0]).toBe(200);
    expect((await post(Buffer.from('no gzip'), gzip))[0]).toBe(400);
    expect((await post(gzipSync(good()).subarray(0, 100), gzip))[0]).toBe(400);
    expect((await post(gzipSync(Buffer.alloc(80 * 1024 * 1024, 32)), gzip))[0]).toBe(413);
    expect((await post(good(), { 'content-encoding': 'br' }))[0]).toBe(400);
  });

  test('our own faults say nothing about us', async () => {
    const seen: unknown[] = [];
    const broken = { db: store.db, org: 'no uuid' };
    app = await createApp({
      store: broken,
      hosts: hostsOf({ host: '::1', port: () => 7586 }),
      version: '0',
      report: (it) => seen.push(it),
    });
    const answer = await ask({
      method: 'GET',
      url: '/api/v1/findings',
      headers: { authorization: 'Bearer plumb_aaaaaaaaaaaa' },
    });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([500, 'internal']);
    expect(answer.body).not.toContain('uuid');
    expect(String(seen[0])).toContain('uuid');
  });
});

describe('what is served', () => {
  test('an OpenAPI document of all routes', async () => {
    const document = (await ask({ method: 'GET', url: '/api/openapi.json' })).json<{
      openapi: string;
      paths: Record<string, Record<string, { security?: object[]; requestBody?: object }>>;
    }>();
    expect(document.openapi).toBe('3.1.0');
    const listed = Object.entries(document.paths).flatMap(([url, methods]) =>
      Object.keys(methods).map((it) => `${it.toUpperCase()} ${url.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(listed.sort()).toEqual(routes.map(({ shape }) => `${shape.method} ${shape.url}`).sort());
    expect(document.paths['/api/v1/health']!['get']!.security).toEqual([]);
    expect(JSON.stringify(document.paths['/api/v1/scans']!['post']!.requestBody)).toContain('"fingerprints"');
  });

  test('the page, for every path of it, with a nonce of its own each time; files; and 404', async () => {
    const pages = temporaryFolder();
    mkdirSync(path.join(pages, 'assets'));
    writeFileSync(path.join(pages, 'index.html'), '<html><style nonce="PLUMB-NONCE"></style></html>');
    writeFileSync(path.join(pages, 'assets/a.js'), 'let a;');
    writeFileSync(path.join(pages, 'secret'), 'secret');
    app = await openApp({ pages });
    const policies = [];
    for (const url of ['/', '/findings?x=1', '/sign-in']) {
      const page = await ask({ method: 'GET', url });
      expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      const nonce = /nonce="([^"]+)"/.exec(page.body)![1]!;
      expect(page.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(page.headers['x-content-type-options']).toBe('nosniff');
      policies.push(nonce);
    }
    expect(new Set(policies).size).toBe(3);
    const file = await ask({ method: 'GET', url: '/assets/a.js' });
    expect([file.body, file.headers['cache-control']]).toEqual(['let a;', 'public, max-age=31536000, immutable']);
    for (const url of [
      '/secret',
      '/assets/../secret',
      '/assets/%2e%2e/secret',
      '/assets/..%2fsecret',
      '/assets//secret',
    ]) {
      expect([url, (await ask({ method: 'GET', url })).body]).not.toEqual([url, 'secret']);
    }
    for (const url of ['/assets/b.js', '/api/v1/nothing', '/api']) {
      expect((await ask({ method: 'GET', url })).json()).toMatchObject({ code: 'not-found' });
    }
    expect((await ask({ method: 'POST', url: '/findings' })).statusCode).toBe(404);
  });
});
