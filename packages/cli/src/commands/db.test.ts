import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '@plumbline/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { zipOf } from '../../../scan/testing/archives.ts';
import { openBucket, type Bucket } from '../../../scan/testing/bucket.ts';
import { main } from '../main.ts';

let root = '';
let bucket: Bucket;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'plumb-db-'));
  bucket = await openBucket();
  const sources = { osv: bucket.url, epss: `${bucket.url}/epss.csv`, kev: `${bucket.url}/kev.json`, endoflife: 'off' };
  const lines = Object.entries(sources).map(([kind, url]) => `    ${kind}: ${url}`);
  put('plumbline.yaml', `exposure: internet\ndb:\n  ecosystems: [npm]\n  sources:\n${lines.join('\n')}\n`);
  put('package-lock.json', JSON.stringify(lock));
  bucket.files.set('/npm/all.zip', zipOf({ 'A-1.json': JSON.stringify(record) }, undefined, 8));
  bucket.files.set('/npm/modified_id.csv', Buffer.from('2026-01-01T00:00:00Z,A-1'));
  bucket.files.set('/epss.csv', Buffer.from('cve,epss,percentile\nCVE-2026-0001,0.5,0.99\n'));
  bucket.files.set(
    '/kev.json',
    Buffer.from('{"vulnerabilities": [{"cveID": "CVE-2026-0001", "dateAdded": "2026-02-03"}]}'),
  );
});
afterEach(async () => {
  await bucket.close();
  rmSync(root, { recursive: true, force: true });
});

const lock = {
  lockfileVersion: 3,
  packages: { '': { dependencies: { weak: '^1' } }, 'node_modules/weak': { version: '1.0.0' } },
};
const record = {
  id: 'A-1',
  modified: '2026-01-01T00:00:00Z',
  aliases: ['CVE-2026-0001'],
  severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
  affected: [
    {
      package: { ecosystem: 'npm', name: 'weak' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '2.0.0' }] }],
    },
  ],
};

function put(path: string, text: string): void {
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, path), text);
}

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

async function report(): Promise<Report> {
  return JSON.parse((await plumb('scan', '--only', 'sca', '--format', 'json')).out) as Report;
}

test('from an update to a finding with its risk', async () => {
  const updated = await plumb('db', 'update');
  expect(updated).toMatchObject({ exitCode: 0, err: '' });
  expect(updated.out).toMatch(
    /^osv:npm {2}1 advisory\nepss {5}1 entry\nkev {6}1 entry\nUpdated in [\d.]+ s\. The store now has:\n1 advisory for 1 package/,
  );
  const { findings, problems } = await report();
  expect(problems).toEqual([]);
  expect(findings).toMatchObject([
    {
      rule: 'CVE-2026-0001',
      package: { epss: { probability: 0.5, percentile: 0.99 }, kev: { added: '2026-02-03', ransomware: false } },
      // 0.98 of impact, 0.9 for what is used, 0.6 for what is only declared, 1.1 for the internet.
      risk: { score: 58.2 },
    },
  ]);
  const text = await plumb('scan', '--only', 'sca');
  expect(text.out).toMatch(/critical {2}weak 1\.0\.0 → 2\.0\.0 +risk 58\.2 · attacked now \(KEV\)/);
  expect((await plumb('db', 'update')).out).toMatch(
    /^osv:npm {2}nothing new\nepss {5}nothing new\nkev {6}nothing new\n/,
  );
});

test('a source that fails is told, and the exit code says so', async () => {
  bucket.files.delete('/kev.json');
  const { exitCode, out } = await plumb('db', 'update');
  expect(exitCode).toBe(2);
  expect(out).toContain(`kev      failed: ${bucket.url}/kev.json cannot be fetched: it answers 404 Not Found.\n`);
  expect((await report()).findings).toHaveLength(1);
});

test('waiting for a busy server is told on standard error', async () => {
  bucket.faults.set('/epss.csv', [{ is: 'status', status: 429, headers: { 'retry-after': '0' } }]);
  const { exitCode, err } = await plumb('db', 'update');
  expect(exitCode).toBe(0);
  expect(err).toMatch(/^127\.0\.0\.1:\d+: it answers 429 Too Many Requests; trying again in 0 s\n$/);
});

test('flags go before the settings, and are checked', async () => {
  const { out } = await plumb('db', 'update', '--source', 'kev=off', '--source', 'epss=off', '--ecosystem', 'npm');
  expect(out).toMatch(/^osv:npm {2}1 advisory\nUpdated/);
  expect((await plumb('db', 'update', '--source', 'kev')).err).toContain(
    '--source kev: expected a kind, = and an address',
  );
  expect((await plumb('db', 'update', '--source', 'nvd=off')).err).toContain('--source nvd=off: expected one of osv');
});

test('old data is used, and its age is told', async () => {
  put('plumbline.yaml', 'db:\n  max-age: 3\n');
  put('own.json', JSON.stringify(record));
  await plumb('db', 'import', 'own.json');
  expect((await report()).problems).toEqual([]);
  const { openAdvisories, importAdvisories } = await import('@plumbline/scan');
  const folder = join(root, 'home', 'advisories');
  const now = new Date(Date.now() - 10 * 86_400_000);
  await importAdvisories({ from: join(root, 'own.json'), folder, now, replace: true });
  expect(openAdvisories(folder)?.builtAt).toBe(now.toISOString());
  const old = await report();
  expect(old.findings).toHaveLength(1);
  expect(old.problems).toEqual([
    {
      code: 'advisories-old',
      message:
        'The advisories are 10 days old, so newer vulnerabilities are not found. Refresh them: `plumb db update`.',
    },
  ]);
});

test('advisories that another version has stored are told, and an import takes their place', async () => {
  put('own.json', JSON.stringify(record));
  await plumb('db', 'import', 'own.json');
  const manifest = join(root, 'home', 'advisories', 'manifest.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"version": \d+/, '"version": 1'));
  const { findings, problems } = await report();
  expect(findings).toEqual([]);
  expect(problems.map((it) => it.code)).toEqual(['advisories-outdated']);
  expect(problems[0]?.message).toContain('are of another version of Plumbline and cannot be used');
  await plumb('db', 'import', 'own.json');
  expect(await report()).toMatchObject({ findings: [{ rule: 'CVE-2026-0001' }], problems: [] });
});

test('a store that must be signed is used when it is', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  put('db.pub.pem', publicKey.export({ type: 'spki', format: 'pem' }).toString());
  put('db.key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  put('plumbline.yaml', 'db:\n  public-key: db.pub.pem\n');
  put('own.json', JSON.stringify(record));
  await plumb('db', 'import', 'own.json');
  const refused = await plumb('scan', '--only', 'sca');
  expect(refused.exitCode).toBe(2);
  expect(refused.err).toContain('are not used: a key is set, and they are not signed (plumb db sign).');
  expect(await plumb('db', 'verify')).toMatchObject({
    exitCode: 2,
    out: expect.stringContaining('not signed by this key') as unknown,
  });
  expect((await plumb('db', 'sign', '--key', 'db.key.pem')).exitCode).toBe(0);
  expect((await plumb('db', 'verify')).out).toContain('The signature is good.');
  expect((await report()).findings).toHaveLength(1);
  expect((await plumb('db', 'sign', '--key', 'db.pub.pem')).err).toContain('is no Ed25519 key in PEM form');
  expect((await plumb('db', 'sign', '--key', 'gone.pem')).err).toContain('There is no file or folder');
});
