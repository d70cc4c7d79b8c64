import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tarOf, zipOf } from '../../testing/archives.ts';
import { openBucket, type Bucket, type Fault } from '../../testing/bucket.ts';
import {
  importAdvisories,
  openAdvisories,
  readKey,
  signAdvisories,
  sourceUrls,
  updateAdvisories,
  usualEcosystems,
  verifyAdvisories,
  type UpdateOptions,
  type UpdateSummary,
} from './index.ts';

let home = '';
let bucket: Bucket;
let waits: string[] = [];
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'plumb-update-'));
  bucket = await openBucket();
  waits = [];
});
afterEach(async () => {
  await bucket.close();
  rmSync(home, { recursive: true, force: true });
});

const off = { osv: 'off', malicious: 'off', epss: 'off', kev: 'off', endoflife: 'off', scorecard: 'off' };

async function update(more: Partial<UpdateOptions> = {}, sources: object = {}): Promise<UpdateSummary> {
  bucket.asked.length = 0;
  return updateAdvisories({
    folder: join(home, 'store'),
    now: new Date('2026-03-01T00:00:00Z'),
    urls: sourceUrls({ ...off, osv: bucket.url, ...sources }),
    ecosystems: ['npm'],
    web: {
      env: {},
      userAgent: 'plumbline/test',
      pause: async (milliseconds, reason) => {
        waits.push(`${milliseconds} ${reason.replace(/^127[^:]*(?::\d+)?: /, '')}`);
        return Promise.resolve();
      },
    },
    ...more,
  });
}

function record(id: string, name: string, modified = '2026-01-01T00:00:00Z'): object {
  const events = [{ introduced: '0' }, { fixed: '2.0.0' }];
  const affected = [{ package: { ecosystem: 'npm', name }, ranges: [{ type: 'SEMVER', events }] }];
  return { id, modified, summary: `${id} in ${name}`, details: `words about ${name} `.repeat(40), affected };
}

/** Puts an export into the bucket: the archive, each record, the list of changes. */
function publish(records: readonly object[], ecosystem = 'npm'): void {
  const list = records as readonly { readonly id: string; readonly modified: string }[];
  const texts = list.map((it): [string, string] => [`${it.id}.json`, JSON.stringify(it)]);
  bucket.files.set(`/${ecosystem}/all.zip`, zipOf(Object.fromEntries(texts), undefined, 8));
  for (const [name, text] of texts) bucket.files.set(`/${ecosystem}/${name}`, Buffer.from(text));
  const changes = list.map((it) => `${it.modified},${it.id}`).toSorted();
  bucket.files.set(`/${ecosystem}/modified_id.csv`, Buffer.from(changes.toReversed().join('\n')));
}

function found(name: string): string[] {
  const store = openAdvisories(join(home, 'store'))!;
  try {
    return store.lookup('npm', name).map((it) => it.id);
  } finally {
    store.close();
  }
}

/** The line breaks after so many bytes, when so many are on the disk. */
function reset(after: number, kept: number): Fault {
  const store = join(home, 'store');
  const arrived = (): boolean =>
    readdirSync(store).some((it) => it.endsWith('.part') && statSync(join(store, it)).size === kept);
  return { is: 'reset', after, arrived };
}

const many = (count: number): object[] => Array.from({ length: count }, (_, at) => record(`X-${at}`, `package-${at}`));
const outcomes = ({ sources }: UpdateSummary): string[][] => sources.map((it) => [it.name, it.is, it.message]);

test('fetches everything at first, then asks whether there is something new', async () => {
  publish(many(3));
  const first = await update();
  expect(outcomes(first)).toEqual([['osv:npm', 'changed', '3 advisories']]);
  expect(bucket.asked).toEqual(['/npm/modified_id.csv', '/npm/all.zip']);
  expect(first.manifest.sources).toMatchObject([
    { name: 'osv:npm', records: 3, upTo: '2026-01-01T00:00:00.000Z', url: `${bucket.url}/npm` },
  ]);
  const second = await update({ now: new Date('2026-03-02T00:00:00Z') });
  expect(outcomes(second)).toEqual([['osv:npm', 'same', 'nothing new']]);
  expect(bucket.asked).toEqual(['/npm/modified_id.csv']);
  expect(second.manifest.sources).toMatchObject([
    { records: 3, checkedAt: '2026-03-02T00:00:00.000Z', changedAt: '2026-03-01T00:00:00.000Z' },
  ]);
  expect(second.manifest.packs).toEqual(first.manifest.packs);
  expect(found('package-2')).toEqual(['X-2']);
  expect(readdirSync(join(home, 'store'))).toHaveLength(3);
});

test('what has changed is fetched alone, and lies over what was there', async () => {
  publish(many(100));
  await update();
  const changed = [
    ...many(100).filter((_, at) => at !== 5),
    record('X-5', 'moved', '2026-02-01T00:00:00Z'),
    record('N-1', 'package-7', '2026-02-02T00:00:00Z'),
  ];
  publish(changed);
  bucket.files.delete('/npm/all.zip');
  const { manifest, sources } = await update();
  expect(sources).toMatchObject([{ is: 'changed', message: '2 new or changed' }]);
  expect(bucket.asked.toSorted()).toEqual(['/npm/N-1.json', '/npm/X-5.json', '/npm/modified_id.csv']);
  expect(manifest).toMatchObject({ records: 101, packages: 101, newest: '2026-02-02T00:00:00Z' });
  expect(manifest.packs.map((it) => it.records)).toEqual([100, 2]);
  expect(manifest.sources).toMatchObject([{ records: 101, upTo: '2026-02-02T00:00:00.000Z' }]);
  expect([found('package-5'), found('moved'), found('package-7')]).toEqual([[], ['X-5'], ['X-7', 'N-1']]);

  // Another day lies over the first with what lay there already; more than a twentieth makes one of both.
  publish([...changed, record('N-2', 'package-8', '2026-02-03T00:00:00Z')]);
  expect((await update()).manifest.packs.map((it) => it.records)).toEqual([100, 3]);
  expect(bucket.asked).toEqual(['/npm/modified_id.csv', '/npm/N-2.json']);
  const day = Array.from({ length: 6 }, (_, at) => record(`M-${at}`, 'more', '2026-02-04T00:00:00Z'));
  publish([...changed, ...day]);
  const whole = await update();
  expect(whole.manifest.packs.map((it) => it.records)).toEqual([108]);
  expect(whole.manifest).toMatchObject({ records: 108, packages: 101 });
  expect([found('package-5'), found('moved'), found('more').length]).toEqual([[], ['X-5'], 6]);
  expect(await verifyAdvisories(join(home, 'store'))).toMatchObject({ damaged: [], signature: 'none' });
});

test('an older state of a record that has moved hides nothing', async () => {
  publish([...many(60), record('A-1', 'new-name', '2026-02-01T00:00:00Z')]);
  await update();
  writeFileSync(join(home, 'old.json'), JSON.stringify(record('A-1', 'old-name')));
  const summary = await importAdvisories({
    from: join(home, 'old.json'),
    folder: join(home, 'store'),
    now: new Date(),
  });
  expect(summary.taken).toBe(0);
  expect([found('old-name'), found('new-name')]).toEqual([[], ['A-1']]);
});

test('very many changes: the whole export; what is no longer in it goes, what was imported stays', async () => {
  publish(many(10));
  await update();
  writeFileSync(join(home, 'own.json'), JSON.stringify(record('OWN-1', 'package-1')));
  await importAdvisories({ from: join(home, 'own.json'), folder: join(home, 'store'), now: new Date() });
  const list = Array.from({ length: 1001 }, (_, at) => `2026-02-01T00:00:00Z,X-${at}`);
  publish(many(10).slice(1));
  bucket.files.set('/npm/modified_id.csv', Buffer.from(list.join('\n')));
  const { manifest } = await update();
  expect(bucket.asked).toEqual(['/npm/modified_id.csv', '/npm/all.zip']);
  expect([found('package-0'), found('package-1').toSorted()]).toEqual([[], ['OWN-1', 'X-1']]);
  expect(manifest.sources.map((it) => [it.name, it.records])).toEqual([
    ['import', 1],
    ['osv:npm', 9],
  ]);
});

test('a mirror without a list of changes: the export itself says whether it is another', async () => {
  publish(many(2));
  bucket.files.delete('/npm/modified_id.csv');
  expect(outcomes(await update())).toEqual([['osv:npm', 'changed', '2 advisories']]);
  expect(outcomes(await update())).toEqual([['osv:npm', 'same', 'nothing new']]);
  publish(many(3));
  bucket.files.delete('/npm/modified_id.csv');
  expect(outcomes(await update())).toEqual([['osv:npm', 'changed', '3 advisories']]);
});

test('a download that breaks off goes on where it was', async () => {
  publish(many(30));
  const whole = bucket.files.get('/npm/all.zip')!.length;
  bucket.faults.set('/npm/all.zip', [
    reset(1000, 1000),
    reset(500, 1500),
    { is: 'other-part' },
    { is: 'cut', after: 900 },
  ]);
  const summary = await update();
  expect(outcomes(summary)).toEqual([['osv:npm', 'changed', '30 advisories']]);
  expect(summary.manifest.sources[0]).toMatchObject({ bytes: whole });
  expect(bucket.asked.slice(1)).toEqual([
    '/npm/all.zip',
    '/npm/all.zip bytes=1000-',
    '/npm/all.zip bytes=1500-',
    '/npm/all.zip',
    '/npm/all.zip',
  ]);
  expect(waits).toEqual([
    '1000 aborted',
    '1000 aborted',
    '2000 it sends another part than the one asked for',
    '4000 its checksum is not the one that the server names',
  ]);
});

test('a run that fails leaves what came to the next one, unless the file has changed', async () => {
  publish(many(30));
  const busy = Array.from({ length: 4 }, () => ({ is: 'status', status: 503 }) as const);
  bucket.faults.set('/npm/all.zip', [reset(1000, 1000), ...busy]);
  await expect(update()).rejects.toMatchObject({
    code: 'download-failed',
    message: `${bucket.url}/npm/all.zip cannot be fetched: it answers 503 Service Unavailable.`,
  });
  expect(readdirSync(join(home, 'store')).filter((it) => it.endsWith('.part'))).toHaveLength(1);
  await update();
  expect(bucket.asked).toEqual(['/npm/modified_id.csv', '/npm/all.zip bytes=1000-']);
  expect(found('package-29')).toEqual(['X-29']);

  bucket.faults.set('/npm/all.zip', [reset(1000, 1000), ...busy]);
  await expect(update({ full: true })).rejects.toMatchObject({ code: 'download-failed' });
  publish(many(31));
  expect(outcomes(await update({ full: true }))).toEqual([['osv:npm', 'changed', '31 advisories']]);
});

test('a busy server is asked again when it says', async () => {
  publish(many(1));
  bucket.faults.set('/npm/modified_id.csv', [
    { is: 'status', status: 429, headers: { 'retry-after': '7' } },
    { is: 'status', status: 429, headers: { 'retry-after': '86400' } },
    { is: 'status', status: 500 },
    { is: 'status', status: 503, headers: { 'retry-after': 'soon' } },
  ]);
  await update();
  expect(waits).toEqual([
    '7000 it answers 429 Too Many Requests',
    '60000 it answers 429 Too Many Requests',
    '4000 it answers 500 Internal Server Error',
    '8000 it answers 503 Service Unavailable',
  ]);
});

test('a wrong checksum is fetched anew; a damaged archive fails alone and costs nothing', async () => {
  publish(many(2));
  publish([record('P-1', 'of-pypi')], 'PyPI');
  bucket.faults.set('/npm/all.zip', [{ is: 'checksum' }]);
  await update({ ecosystems: ['npm', 'PyPI'] });
  expect(waits).toEqual(['1000 its checksum is not the one that the server names']);

  publish(many(4));
  publish([record('P-2', 'of-pypi', '2026-02-01T00:00:00Z')], 'PyPI');
  const broken = Buffer.from(bucket.files.get('/npm/all.zip')!);
  broken[60]! ^= 0xff;
  bucket.files.set('/npm/all.zip', broken);
  const summary = await update({ ecosystems: ['npm', 'PyPI'], full: true });
  expect(summary.sources).toMatchObject([
    { name: 'osv:npm', is: 'failed', message: expect.stringContaining('cannot be read as an archive') as unknown },
    { name: 'osv:PyPI', is: 'changed' },
  ]);
  expect([found('package-1'), found('package-3'), found('of-pypi')]).toEqual([['X-1'], [], ['P-2']]);
  expect(summary.manifest.sources.map((it) => [it.name, it.records])).toEqual([
    ['osv:PyPI', 1],
    ['osv:npm', 2],
  ]);
  expect(readdirSync(join(home, 'store')).filter((it) => /download|tmp/.test(it))).toEqual([]);

  bucket.files.set('/npm/all.zip', zipOf({ 'readme.json': '{"no": "record"}' }));
  expect((await update({ full: true })).sources).toMatchObject([
    { is: 'failed', message: expect.stringContaining('There are no OSV records') as unknown },
  ]);
});

test('one source fails and keeps what it had, the others are taken; when all fail, that is the error', async () => {
  publish(many(2));
  bucket.files.set('/kev.json', Buffer.from('{"vulnerabilities": []}'));
  const sources = { kev: `${bucket.url}/kev.json`, epss: `${bucket.url}/none.csv` };
  expect(outcomes(await update({}, sources))).toEqual([
    ['osv:npm', 'changed', '2 advisories'],
    ['epss', 'failed', `${bucket.url}/none.csv cannot be fetched: it answers 404 Not Found.`],
    ['kev', 'failed', `${bucket.url}/kev.json cannot be fetched: what is there is no data of kev.`],
  ]);
  await expect(update({ ecosystems: [] }, sources)).rejects.toMatchObject({ code: 'download-failed' });
  expect(found('package-1')).toEqual(['X-1']);
});

test('what is known of attacks comes with it, and is found by CVE', async () => {
  publish(many(1));
  const scores =
    '#model_version:v1\ncve,epss,percentile\nCVE-2021-44228,0.94358,0.99961\nCVE-2019-0001,0.00042,0.1\nCVE-1999-1,1,1\n';
  const entry = { cveID: 'CVE-2021-44228', dateAdded: '2021-12-10', knownRansomwareCampaignUse: 'Known', more: 1 };
  bucket.files.set('/epss.csv.gz', gzipSync(scores));
  bucket.files.set('/kev.json', Buffer.from(JSON.stringify({ vulnerabilities: [entry] })));
  bucket.files.set(
    '/eol',
    Buffer.from(JSON.stringify({ result: [{ name: 'nodejs', releases: [{ name: '14', isEol: true }] }] })),
  );
  bucket.files.set('/scorecard', Buffer.from('{"repo":{"name":"github.com/a/b"},"score":7.1}\nno JSON\n'));
  bucket.files.set('/mal.tar.gz', gzipSync(await tarOf({ 'osv/m.json': JSON.stringify(record('MAL-1', 'evil')) })));
  const sources = {
    epss: `${bucket.url}/epss.csv.gz`,
    kev: `${bucket.url}/kev.json`,
    endoflife: `${bucket.url}/eol`,
    scorecard: `${bucket.url}/scorecard`,
    malicious: `${bucket.url}/mal.tar.gz`,
  };
  expect(outcomes(await update({}, sources))).toEqual([
    ['osv:npm', 'changed', '1 advisory'],
    ['malicious', 'changed', '1 advisory'],
    ['epss', 'changed', '2 entries'],
    ['kev', 'changed', '1 entry'],
    ['endoflife', 'changed', '1 entry'],
    ['scorecard', 'changed', '1 entry'],
  ]);
  const store = openAdvisories(join(home, 'store'))!;
  expect(store.attacksOn('CVE-2021-44228')).toEqual({
    epss: { probability: 0.94358, percentile: 0.99961 },
    kev: { added: '2021-12-10', ransomware: true },
  });
  expect(store.attacksOn('CVE-2019-0001')).toEqual({ epss: { probability: 0.00042, percentile: 0.1 } });
  expect([store.attacksOn('CVE-2020-0001'), store.attacksOn('GHSA-x')]).toEqual([undefined, undefined]);
  expect(
    store
      .lifecycles()
      ?.named('nodejs')
      ?.cycles.map((it) => [it.name, it.isEnded]),
  ).toEqual([['14', true]]);
  expect(store.scorecardOf('github.com/a/b')).toEqual({ score: 7.1, date: '', isArchived: false });
  store.close();
  expect(found('evil')).toEqual(['MAL-1']);
  const again = await update({}, sources);
  expect(new Set(again.sources.map((it) => it.is))).toEqual(new Set(['same']));
  expect(again.manifest.data).toMatchObject({ epss: { bytes: 24 } });
});

test('leads to other addresses are followed, but not for ever', async () => {
  publish(many(1));
  const lead = (to: string): { is: 'status'; status: number; headers: Record<string, string> } => ({
    is: 'status',
    status: 302,
    headers: { location: to },
  });
  bucket.faults.set('/npm/modified_id.csv', [lead('/list.csv')]);
  bucket.files.set('/list.csv', bucket.files.get('/npm/modified_id.csv')!);
  await update();
  expect(bucket.asked.slice(0, 2)).toEqual(['/npm/modified_id.csv', '/list.csv']);
  bucket.faults.set(
    '/npm/modified_id.csv',
    Array.from({ length: 60 }, () => lead('/npm/modified_id.csv')),
  );
  await expect(update()).rejects.toThrow('without an end');
  bucket.faults.set(
    '/npm/modified_id.csv',
    Array.from({ length: 10 }, () => lead('ftp://127.0.0.1/list')),
  );
  await expect(update()).rejects.toThrow('leads from http: to ftp:, which is not followed');
});

test('a signed store is used by its key alone, and only as it was signed', async () => {
  publish(many(2));
  await update();
  const folder = join(home, 'store');
  const [own, foreign] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
  expect(() => openAdvisories(folder, own.publicKey)).toThrow('they are not signed');
  expect(await signAdvisories(folder, own.privateKey)).toBe(true);
  openAdvisories(folder, own.publicKey)!.close();
  expect((await verifyAdvisories(folder, own.publicKey))?.signature).toBe('good');
  expect((await verifyAdvisories(folder, foreign.publicKey))?.signature).toBe('bad');
  expect((await verifyAdvisories(folder))?.signature).toBe('unchecked');
  expect(() => openAdvisories(folder, foreign.publicKey)).toThrow('not one by the key that is set');

  const path = join(folder, 'manifest.json');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('"builtAt": "2026', '"builtAt": "2027'));
  expect(() => openAdvisories(folder, own.publicKey)).toThrow('not one by the key that is set');
  writeFileSync(path, text);
  const { manifest } = (await verifyAdvisories(folder))!;
  const name = join(folder, manifest.packs[0]!.text.name);
  const bytes = readFileSync(name);
  bytes[5]! ^= 1;
  writeFileSync(name, bytes);
  expect(() => openAdvisories(folder, own.publicKey)).toThrow('damaged');
  expect((await verifyAdvisories(folder, own.publicKey))?.damaged).toEqual([manifest.packs[0]!.text.name]);
});

test('a store that somebody hands on is taken as it is, with its signature', async () => {
  publish(many(3));
  await update();
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  await signAdvisories(join(home, 'store'), privateKey);
  const copy = join(home, 'copy');
  writeFileSync(join(home, 'own.json'), JSON.stringify(record('OWN-1', 'package-1')));
  await importAdvisories({ from: join(home, 'own.json'), folder: copy, now: new Date() });
  const { taken, manifest } = await importAdvisories({ from: join(home, 'store'), folder: copy, now: new Date() });
  expect([taken, manifest.sources.map((it) => it.name)]).toEqual([3, ['osv:npm']]);
  const store = openAdvisories(copy, publicKey)!;
  expect(store.lookup('npm', 'package-1').map((it) => it.id)).toEqual(['X-1']);
  store.close();
  expect(readdirSync(copy)).toHaveLength(3);
  truncateSync(join(home, 'store', manifest.packs[0]!.match.name), 10);
  await expect(importAdvisories({ from: join(home, 'store'), folder: copy, now: new Date() })).rejects.toThrow(
    'damaged',
  );
  expect((await verifyAdvisories(copy, publicKey))?.signature).toBe('good');
});

test('keys are Ed25519 in PEM, each for its own use', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  expect(readKey(pem, 'private', 'k').type).toBe('private');
  expect(readKey(publicKey.export({ type: 'spki', format: 'pem' }).toString(), 'public', 'k').type).toBe('public');
  expect(() => readKey(pem, 'public', 'k.pem')).toThrow('k.pem is no Ed25519 key in PEM form: it is the private key.');
  expect(() => readKey('no key', 'public', 'k.pem')).toThrow('k.pem is no Ed25519 key');
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  expect(() => readKey(ec.toString(), 'private', 'k.pem')).toThrow('it is of kind ec');
});

test('sources have usual addresses, and others by the user', () => {
  expect(sourceUrls({ osv: 'https://mirror.example/osv/', kev: 'off' })).toMatchObject({
    osv: 'https://mirror.example/osv',
    kev: 'off',
    malicious: 'off',
    epss: expect.stringContaining('.csv.gz') as unknown,
  });
  expect(sourceUrls({ malicious: 'on' }).malicious).toContain('malicious-packages');
  expect(() => sourceUrls({ nvd: 'https://x.example' })).toThrow('--source nvd=https://x.example: expected one of osv');
  expect(() => sourceUrls({ osv: 'file:///etc' })).toThrow('--source osv=file:///etc');
  expect(usualEcosystems).toContain('npm');
});
