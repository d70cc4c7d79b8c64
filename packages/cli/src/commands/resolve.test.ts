import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Report } from '@plumbline/core';
import { main } from '../main.ts';

let root = '';
let server: Server;
let registry = '';
let asked: (string | undefined)[] = [];

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'plumb-resolve-'));
  asked = [];
  const pages: Readonly<Record<string, object>> = {
    '/strong': { versions: { '1.2.0': { dependencies: { weak: '^1.0.0' } } } },
    '/weak': { versions: { '1.0.0': {}, '1.0.1': {} } },
  };
  server = createServer((request, response) => {
    asked.push(request.url);
    const page = pages[request.url ?? ''];
    if (page) response.end(JSON.stringify(page));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

function put(files: Readonly<Record<string, string | object>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
  }
}

async function plumb(...line: readonly string[]): Promise<{ exitCode: number; out: string; err: string }> {
  const texts = { out: '', err: '' };
  const stream = (to: 'out' | 'err'): { write: (part: string, done: () => void) => void } => ({
    write(part, done) {
      texts[to] += part;
      done();
    },
  });
  const env = { PLUMB_HOME: join(root, 'home'), HOME: root };
  const streams = { out: stream('out'), err: stream('err') };
  const world = { cwd: join(root, 'app'), env, ...streams, onInterrupt: () => () => undefined };
  return { exitCode: await main(line, world), ...texts };
}

const record = {
  id: 'V-1',
  modified: '2026-01-01T00:00:00Z',
  summary: 'weak is weak',
  affected: [
    {
      package: { ecosystem: 'npm', name: 'weak' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '2.0.0' }] }],
    },
  ],
};

test('a vulnerability in what a manifest without a lock brings along is found where the manifest asks for it', async () => {
  put({
    'app/package.json': { dependencies: { strong: '^1.0.0', gone: '1' } },
    'app/plumbline.yaml': `advisories: [../osv]\nregistries: { npm: '${registry}' }\n`,
    'osv/one.json': record,
  });
  const scan = async (...more: readonly string[]): Promise<Report> =>
    JSON.parse((await plumb('scan', '--only', 'sca', '--format', 'json', ...more)).out) as Report;

  expect((await scan()).packages.map((it) => `${it.name}@${it.version}`)).toEqual(['strong@', 'gone@']);
  expect(asked).toEqual([]);

  const { packages, findings, problems } = await scan('--resolve');
  expect(packages.map((it) => `${it.name}@${it.version} ${it.resolved}`)).toEqual([
    'strong@1.2.0 true',
    'gone@ undefined',
    'weak@1.0.1 true',
  ]);
  expect(
    findings
      .filter((it) => it.kind === 'library')
      .map((it) => `${it.rule} ${it.location.file}:${it.location.start.line}`),
  ).toEqual(['V-1 package.json:3']);
  expect(problems.filter((it) => it.code === 'unresolved')).toEqual([
    { code: 'unresolved', message: 'Not resolved: gone 1: the registry has none.', file: 'package.json', line: 4 },
  ]);
  expect(asked).toEqual(['/strong', '/gone', '/weak']);

  const why = await plumb('why', 'weak', '--resolve', '--offline');
  expect(why.out).toContain('weak 1.0.1  package.json:3');
  expect(why.out).toContain('strong 1.2.0 (^1.0.0)\n    weak 1.0.1 (^1.0.0)');
  const bom = JSON.parse((await plumb('sbom', '--resolve', '--offline')).out) as { components: { purl: string }[] };
  expect(bom.components.map((it) => it.purl)).toContain('pkg:npm/weak@1.0.1');
  expect(asked.length).toBe(3);
});

test('an address that is none is a mistake in the call', async () => {
  put({ 'app/package.json': { dependencies: { strong: '1' } } });
  const { exitCode, err } = await plumb('sbom', '--resolve', '--registry', 'gem=https://gems.example');
  expect([exitCode, err]).toEqual([2, expect.stringContaining('npm, pypi or maven, = and an address')]);
});
