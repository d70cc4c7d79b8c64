import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { fetchBytes } from './fetch.ts';
import { proxyFor } from './proxy.ts';

const proxyOf = (url: string, env: Readonly<Record<string, string>>): string | undefined =>
  proxyFor(new URL(url), env)?.href;

test.each([
  ['https://a.example/x', { HTTPS_PROXY: 'http://p:3128' }, 'http://p:3128/'],
  ['https://a.example/x', { HTTPS_PROXY: 'http://p', https_proxy: 'http://q' }, 'http://q/'],
  ['https://a.example/x', { HTTPS_PROXY: 'p:3128' }, 'http://p:3128/'],
  ['https://a.example/x', { HTTP_PROXY: 'http://p' }, undefined],
  ['http://a.example/x', { HTTP_PROXY: 'http://p' }, 'http://p/'],
  ['http://a.example/x', { ALL_PROXY: 'http://p' }, 'http://p/'],
  ['https://a.example/x', { HTTPS_PROXY: 'http://p', NO_PROXY: '*' }, undefined],
  ['https://a.example/x', { HTTPS_PROXY: 'http://p', NO_PROXY: 'b.example, example' }, undefined],
  ['https://a.example/x', { HTTPS_PROXY: 'http://p', NO_PROXY: '.a.example' }, undefined],
  ['https://aa.example/x', { HTTPS_PROXY: 'http://p', NO_PROXY: 'a.example' }, 'http://p/'],
  ['https://a.example:8443/x', { HTTPS_PROXY: 'http://p', NO_PROXY: 'a.example:443' }, 'http://p/'],
  ['https://a.example/x', { HTTPS_PROXY: 'http://p', no_proxy: 'A.example:443' }, undefined],
] as const)('%s with %j goes through %s', (url, env, wanted) => {
  expect(proxyOf(url, env)).toBe(wanted);
});

let servers: Server[] = [];
afterEach(() => {
  for (const it of servers) it.closeAllConnections();
  for (const it of servers) it.close();
  servers = [];
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

const web = (env: Readonly<Record<string, string>>): Parameters<typeof fetchBytes>[1] => ({
  env,
  userAgent: 'test',
  pause: async () => Promise.resolve(),
});

test('a plain address is asked for at the proxy, with its user', async () => {
  const asked: (string | undefined)[] = [];
  const port = await listen(
    createServer((request, response) => {
      asked.push(request.url, request.headers.host, request.headers['proxy-authorization']);
      response.end('from the proxy');
    }),
  );
  const { bytes } = await fetchBytes(
    { url: 'http://far.example/file?x=1', most: 100 },
    web({ HTTP_PROXY: `http://user:p%40ss@127.0.0.1:${port}` }),
  );
  expect(bytes.toString()).toBe('from the proxy');
  const user = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
  expect(asked).toEqual(['http://far.example/file?x=1', 'far.example', user]);
});

test('to an encrypted address the proxy makes a tunnel, or says why not', async () => {
  const tunnels: (string | undefined)[] = [];
  const server = createServer();
  server.on('connect', (request, socket) => {
    tunnels.push(request.url);
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
  });
  const port = await listen(server);
  await expect(
    fetchBytes({ url: 'https://far.example/file', most: 100 }, web({ HTTPS_PROXY: `http://127.0.0.1:${port}` })),
  ).rejects.toThrow(
    `https://far.example/file cannot be fetched: the proxy 127.0.0.1:${port} answers 407 Proxy Authentication Required.`,
  );
  expect(new Set(tunnels)).toEqual(new Set(['far.example:443']));
});

test('nothing larger than it may be, no other kinds of addresses, no secrets in what is said', async () => {
  const port = await listen(createServer((_, response) => response.end('x'.repeat(101))));
  const url = `http://127.0.0.1:${port}/file`;
  await expect(fetchBytes({ url: `${url}?token=secret`, most: 100 }, web({}))).rejects.toThrow(
    `${url} cannot be fetched: it is larger than 100 bytes.`,
  );
  await expect(fetchBytes({ url: 'ftp://a.example/x', most: 1 }, web({}))).rejects.toThrow('no http or https address');
});

test('a server that says nothing is not waited for without an end', async () => {
  const port = await listen(createServer(() => undefined));
  await expect(
    fetchBytes({ url: `http://127.0.0.1:${port}/`, most: 100 }, { ...web({}), patience: 50 }),
  ).rejects.toThrow('has been silent for 0.05 s');
});

test('who stops it, stops it at once', async () => {
  const port = await listen(createServer(() => undefined));
  const controller = new AbortController();
  const fetched = fetchBytes(
    { url: `http://127.0.0.1:${port}/`, most: 100 },
    { ...web({}), signal: controller.signal },
  );
  setTimeout(() => controller.abort(), 20);
  await expect(fetched).rejects.toThrow('stopped');
});
