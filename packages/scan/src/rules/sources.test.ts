import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSource } from './sources.ts';

const text =
  '{"rules": [{"id": "a", "languages": ["regex"], "severity": "LOW", "message": "m", "pattern-regex": "abc"}]}';
const sha256 = createHash('sha256').update(text).digest('hex');
const server = createServer((request, response) => {
  if (request.url === '/rules.json') response.end(text);
  else if (request.url === '/cut') response.writeHead(200, { 'content-length': 100 }).destroy();
  else response.writeHead(404).end();
});
let base = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test('rules of an address, with and without a pinned checksum', async () => {
  for (const address of [`${base}/rules.json`, `${base}/rules.json#sha256=${sha256}`]) {
    const [read] = await readSource(address, '/');
    expect(read?.rules.map((it) => [it.id, it.origin?.file])).toEqual([['a', `${base}/rules.json`]]);
    expect(read?.source).toEqual({ name: `${base}/rules.json`, sha256, rules: 1 });
  }
});

test('rules that are not the pinned ones do not run', async () => {
  const address = `${base}/rules.json#sha256=${'0'.repeat(64)}`;
  await expect(readSource(address, '/')).rejects.toMatchObject({ code: 'rules-changed', detail: { sha256 } });
});

test.each([
  ['/nothing', 'it answers with 404'],
  ['/cut', 'other side closed'],
])('an address that gives nothing: %s', async (path, message) => {
  await expect(readSource(base + path, '/')).rejects.toMatchObject({ code: 'rules-unreachable', detail: { message } });
});

test('rules are not fetched in the clear from elsewhere', async () => {
  await expect(readSource('http://rules.example/a.yaml', '/')).rejects.toMatchObject({ code: 'rules-unreachable' });
});
