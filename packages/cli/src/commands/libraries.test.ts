import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Report } from '@plumbline/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { main } from '../main.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plumb-libraries-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function plumb(...line: readonly string[]): Promise<{ exitCode: number; out: string; err: string }> {
  const texts = { out: '', err: '' };
  const stream = (to: 'out' | 'err'): { write: (part: string, done: () => void) => void } => ({
    write(part, done) {
      texts[to] += part;
      done();
    },
  });
  const env = { PLUMB_HOME: join(root, 'home') };
  const world = { cwd: root, env, out: stream('out'), err: stream('err'), onInterrupt: () => () => undefined };
  return { exitCode: await main(line, world), ...texts };
}

function put(files: Readonly<Record<string, string | object>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
}

const record = {
  id: 'GHSA-aaaa-bbbb-cccc',
  modified: '2026-01-01T00:00:00Z',
  aliases: ['CVE-2026-0001'],
  summary: 'weak is weak',
  database_specific: { severity: 'HIGH' },
  affected: [
    {
      package: { ecosystem: 'npm', name: 'weak' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '2.0.0' }] }],
    },
  ],
};

const app = {
  'app/package-lock.json': {
    lockfileVersion: 3,
    packages: { '': { dependencies: { weak: '^1' } }, 'node_modules/weak': { version: '1.0.0', license: 'MIT' } },
  },
};

test('from no advisories over an import to a finding', async () => {
  put({
    ...app,
    'npm/one.json': record,
    'npm/other.json': { ...record, id: 'R-1', affected: [{ package: { ecosystem: 'Nobody', name: 'x' } }] },
  });

  const none = await plumb('db', 'status');
  expect(none.exitCode).toBe(2);
  expect(none.out).toContain('There are no advisories');
  const before = JSON.parse((await plumb('scan', 'app', '--only', 'sca', '--format', 'json')).out) as Report;
  expect(before.packages.map((it) => [it.purl, it.licenses])).toEqual([['pkg:npm/weak@1.0.0', ['MIT']]]);
  expect(before.problems).toMatchObject([
    { code: 'no-advisories', message: expect.stringContaining('plumb db import') as unknown },
  ]);

  const imported = await plumb('db', 'import', 'npm');
  expect(imported).toMatchObject({ exitCode: 0, err: '' });
  expect(imported.out).toMatch(/^Imported 1 record in .* The store now has:\n1 advisory for 1 package, /);
  expect(imported.out).toContain('  npm     1 advisory for 1 package\n');
  expect(imported.out).toContain('Skipped 1 record: of other ecosystems, such as other.json: Nobody.');
  expect(imported.out).toContain('The newest record is of 2026-01-01.');

  const status = await plumb('db', 'status');
  expect(status.exitCode).toBe(0);
  expect(status.out).toContain('1 advisory for 1 package');
  expect(status.out).toContain(', 0 days ago.\nSources:\n  import  1 record, checked 0 days ago, changed 0 days ago\n');
  const verified = await plumb('db', 'verify');
  expect(verified.exitCode).toBe(0);
  expect(verified.out).toMatch(/^All 0\.0 MB in .* are as they were written\.\nThere is no signature\.\n$/);

  const scanned = await plumb('scan', 'app', '--only', 'sca', '--format', 'json');
  const after = JSON.parse(scanned.out) as Report;
  expect(after.findings.map((it) => [it.rule, it.severity, it.package?.fixedIn])).toEqual([
    ['CVE-2026-0001', 'high', ['2.0.0']],
  ]);
  expect(after.problems).toEqual([]);
  expect(scanned.exitCode).toBe(1);
});

test('an import says what is wrong, in one sentence', async () => {
  put({ 'empty/readme.md': '# nothing', 'bad.zip': 'no zip' });
  for (const [path, sentence] of [
    ['gone', 'There is no file or folder'],
    ['empty', 'There are no OSV records'],
    ['bad.zip', 'cannot be read as an archive'],
  ] as const) {
    const { exitCode, err } = await plumb('db', 'import', path);
    expect(exitCode).toBe(2);
    expect(err).toContain(sentence);
  }
});

test('a bill of materials, the same each time', async () => {
  put(app);
  const { out, exitCode } = await plumb('sbom', 'app');
  expect(exitCode).toBe(0);
  const bom = JSON.parse(out) as { specVersion: string; components: readonly { purl: string }[]; metadata: object };
  expect([bom.specVersion, bom.components.map((it) => it.purl)]).toEqual(['1.6', ['pkg:npm/weak@1.0.0']]);
  expect(bom.metadata).not.toHaveProperty('timestamp');

  await plumb('sbom', 'app', '--output', 'bom.json');
  expect(readFileSync(join(root, 'bom.json'), 'utf8')).toBe(out);
  const serial = `urn:uuid:${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`;
  const set = await plumb('sbom', 'app', '--timestamp', '2026-01-02T03:04:05+01:00', '--serial-number', serial);
  expect(JSON.parse(set.out)).toMatchObject({
    serialNumber: serial,
    metadata: { timestamp: '2026-01-02T02:04:05.000Z' },
  });
  expect((await plumb('sbom', 'app', '--timestamp', 'soon')).exitCode).toBe(2);
  expect((await plumb('sbom', 'app', '--serial-number', '1')).exitCode).toBe(2);
});

const nested = {
  'package-lock.json': {
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { app: '^2' } },
      'node_modules/app': { version: '2.1.0', license: 'MIT', dependencies: { deep: '~1' } },
      'node_modules/deep': { version: '1.0.0', license: 'AGPL-3.0-only' },
    },
  },
};

test('why: the ways to a library', async () => {
  put(nested);
  expect(await plumb('why', 'deep')).toMatchObject({
    exitCode: 0,
    out: 'deep 1.0.0  package-lock.json:1  runtime\n  app 2.1.0 (^2)\n    deep 1.0.0 (~1)\n',
  });
  expect(await plumb('why', 'other')).toMatchObject({ exitCode: 1, out: 'other is not among the 2 libraries here.\n' });
});

test('licenses: what there is, and what the policy does not allow', async () => {
  put({ ...nested, 'plumbline.yaml': 'licenses: { rules: [{ deny: [class:network-copyleft] }] }\n' });
  const { exitCode, out } = await plumb('licenses');
  expect(exitCode).toBe(1);
  expect(out.split('\n')).toEqual([
    'LICENCE        CLASS             LIBRARIES',
    'MIT            permissive        1',
    'AGPL-3.0-only  network-copyleft  1',
    '',
    'LIBRARY     LICENCE        VERDICT  SAYS  DECLARED IN',
    'deep 1.0.0  AGPL-3.0-only  deny     lock  package-lock.json:1',
    '',
    '2 libraries, 2 licences, 1 denied.',
    '',
  ]);
  const scanned = await plumb('scan', '--only', 'sca', '--no-cache');
  expect(scanned.exitCode).toBe(1);
  expect(scanned.out).toContain('deep 1.0.0 is under AGPL-3.0-only. The licence policy says deny');
});
