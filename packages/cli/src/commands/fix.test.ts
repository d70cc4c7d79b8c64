import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Report } from '@plumbline/core';
import { main } from '../main.ts';

let root = '';
let servers: Server[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plumb-fix-'));
});
afterEach(() => {
  for (const it of servers) it.close();
  servers = [];
  rmSync(root, { recursive: true, force: true });
});

async function plumb(...line: readonly string[]): Promise<{ exitCode: number; out: string; err: string }> {
  const texts = { out: '', err: '' };
  const stream = (to: 'out' | 'err'): { write: (part: string, done: () => void) => void } => ({
    write(part, done) {
      texts[to] += part;
      done();
    },
  });
  const env = { PLUMB_HOME: join(root, 'home') };
  const world = {
    cwd: join(root, 'app'),
    env,
    out: stream('out'),
    err: stream('err'),
    onInterrupt: () => () => undefined,
  };
  return { exitCode: await main(line, world), ...texts };
}

function put(files: Readonly<Record<string, string | object>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(
      join(root, path),
      typeof content === 'string' ? content : `${JSON.stringify(content, undefined, 2)}\n`,
    );
  }
}

const record = {
  id: 'V-1',
  modified: '2026-01-01T00:00:00Z',
  summary: 'weak is weak',
  affected: [
    {
      package: { ecosystem: 'npm', name: 'weak' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.0.5' }] }],
    },
    {
      package: { ecosystem: 'PyPI', name: 'weak' },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '1.0.5' }] }],
    },
  ],
};

async function findings(): Promise<Report['findings']> {
  return (JSON.parse((await plumb('scan', '--only', 'sca', '--format', 'json')).out) as Report).findings;
}

test('a plan is shown, written when it is asked for, and the finding is gone', async () => {
  put({
    'plumbline.yaml': '',
    'app/plumbline.yaml': 'advisories: [../osv]\n',
    'app/requirements.txt': '# ours\nweak==1.0  # keep\n',
    'osv/one.json': record,
  });
  const [before] = await findings();
  expect(before?.fixes).toEqual([
    {
      description: 'requirements.txt asks for ==1.0.5 instead of ==1.0. Then run: pip install -r requirements.txt',
      edits: [
        {
          location: { file: 'requirements.txt', start: { line: 2, column: 5 }, end: { line: 2, column: 10 } },
          text: '==1.0.5',
        },
      ],
    },
  ]);
  const shown = await plumb('fix');
  expect(shown.exitCode).toBe(0);
  expect(shown.out).toContain('weak 1.0 → 1.0.5  requirements.txt:2  relax, verified\n');
  expect(shown.out).toContain('-weak==1.0  # keep\n+weak==1.0.5  # keep\n');
  expect(shown.out).toContain('Nothing was written: --apply changes requirements.txt.');
  expect((await findings()).length).toBe(1);

  const patch = await plumb('fix', '--format', 'diff');
  expect(patch.out).toMatch(/^--- a\/requirements\.txt\n\+\+\+ b\/requirements\.txt\n@@ -1,2 \+1,2 @@\n/);
  const json = JSON.parse((await plumb('fix', '--format', 'json')).out) as { plans: readonly object[] };
  expect(json.plans).toMatchObject([{ purl: 'pkg:pypi/weak@1.0', to: '1.0.5', fixed: ['V-1'], outcome: 'verified' }]);

  expect((await plumb('fix', '--apply')).exitCode).toBe(0);
  expect(readFileSync(join(root, 'app/requirements.txt'), 'utf8')).toBe('# ours\nweak==1.0.5  # keep\n');
  expect(await findings()).toEqual([]);
  expect((await plumb('fix')).out).toBe('Nothing to fix: no vulnerable library is known here.\n');
});

test('with --resolve a registry is asked, once, and the lock file is changed', async () => {
  const asked: (string | undefined)[] = [];
  const answer = {
    versions: {
      '1.0.0': {},
      '1.0.5': { deprecated: 'broken' },
      '1.0.6': { dist: { tarball: 'https://registry.example/weak-1.0.6.tgz', integrity: 'sha512-six' } },
    },
  };
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.end(JSON.stringify(answer));
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const registry = `npm=http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const old = { version: '1.0.0', resolved: 'https://registry.example/weak-1.0.0.tgz', integrity: 'sha512-one' };
  const lock = { lockfileVersion: 3, packages: { '': { dependencies: { weak: '^1' } }, 'node_modules/weak': old } };
  put({
    'app/plumbline.yaml': 'advisories: [../osv]\n',
    'app/package.json': { dependencies: { weak: '^1' } },
    'app/package-lock.json': lock,
    'osv/one.json': record,
  });
  expect((await plumb('fix', '--resolve')).err).toContain('--registry missing: expected npm, pypi or maven');
  const resolved = await plumb('fix', '--resolve', '--registry', registry);
  expect(resolved.out).toContain('weak 1.0.0 → 1.0.6  package-lock.json:9  in-range, verified\n');
  // What was answered is known from now on.
  const applied = await plumb('fix', '--apply');
  expect(applied.exitCode).toBe(0);
  expect(asked).toEqual(['/weak']);
  const written = JSON.parse(readFileSync(join(root, 'app/package-lock.json'), 'utf8')) as typeof lock;
  expect(written.packages['node_modules/weak']).toEqual({
    version: '1.0.6',
    resolved: 'https://registry.example/weak-1.0.6.tgz',
    integrity: 'sha512-six',
  });
  expect(await findings()).toEqual([]);
});

test('what nobody mends and no code imports is asked for no more', async () => {
  const endless = {
    ...record,
    affected: ['weak', 'other'].map((name) => ({ package: { ecosystem: 'npm', name }, versions: ['1.0.0'] })),
  };
  const packages = {
    '': { dependencies: { other: '^1', weak: '^1' } },
    'node_modules/other': { version: '1.0.0' },
    'node_modules/weak': { version: '1.0.0' },
  };
  put({
    'app/plumbline.yaml': 'advisories: [../osv]\n',
    'app/package.json': '{\n  "dependencies": {\n    "other": "^1",\n    "weak": "^1"\n  }\n}\n',
    'app/package-lock.json': { lockfileVersion: 3, packages },
    'app/main.js': "require('other')();\n",
    'osv/one.json': endless,
  });
  const { out, exitCode } = await plumb('fix');
  expect(exitCode).toBe(1);
  expect(out).toContain('weak 1.0.0 → removed  package-lock.json:13  remove, expected\n');
  expect(out).toContain('other 1.0.0  package-lock.json:10  no plan\n');
  expect(out).toContain('-    "other": "^1",\n-    "weak": "^1"\n+    "other": "^1"\n');
});

test('commands that take several names are one', async () => {
  const versions = ['one', 'two'].map((name) => ({
    package: { ecosystem: 'npm', name },
    ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.0.5' }] }],
  }));
  const packages = {
    '': { dependencies: { top: '^1' } },
    'node_modules/top': { version: '1.0.0', dependencies: { one: '^1.0.0', two: '^1.0.0' } },
    'node_modules/one': { version: '1.0.0' },
    'node_modules/two': { version: '1.0.0' },
  };
  put({
    'app/plumbline.yaml': 'advisories: [../osv]\n',
    'app/web/package.json': { dependencies: { top: '^1' } },
    'app/web/package-lock.json': { lockfileVersion: 3, packages },
    'osv/one.json': { ...record, affected: versions },
  });
  const { out } = await plumb('fix');
  expect(out).toContain('Then run:\n  (cd web && npm update one two)\n');
});
