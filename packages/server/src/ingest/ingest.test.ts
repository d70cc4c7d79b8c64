import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Finding, Report, RuntimeReport } from '@plumbline/core';
import { findFindings } from '../store/find.ts';
import { readFinding } from '../store/read-finding.ts';
import type { Store } from '../store/store.ts';
import { decide } from '../store/triage.ts';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import {
  codeFinding,
  libraryFinding,
  loaded,
  location,
  npmPackage,
  report,
  request,
  runtimeReport,
  shownFinding,
} from '../testing/reports.ts';
import { ingestRuntime } from './ingest-runtime.ts';
import { ingestScan } from './ingest-scan.ts';

let database: TestDatabase;
let store: Store;
let clock: number;

beforeAll(async () => {
  database = await startDatabase();
});
afterAll(async () => {
  await database?.close();
});
beforeEach(async () => {
  store = await database.newStore();
  clock = Date.parse('2026-11-22T10:00:00Z');
});

/** Each report comes a minute after the one before. */
const now = (): Date => new Date((clock += 60_000));
const scan = async (findings: readonly Finding[], more: Partial<Report> = {}) =>
  await ingestScan(store, report(findings, more), now());
const runtime = async (findings: readonly Finding[], more: Partial<RuntimeReport> = {}) =>
  await ingestRuntime(store, runtimeReport(findings, more), now());

/** What is in the store, as far as most tests care: no ids, no times. */
async function stored(): Promise<object[]> {
  const rows = await findFindings(store, {}, { order: 'severity', limit: 500 });
  return rows
    .map(({ status, evidence, services, body }) => ({
      rule: body.rule,
      file: body.location.file,
      line: body.location.start.line,
      status,
      evidence,
      services,
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const ids = async (): Promise<string[]> =>
  (await findFindings(store, {}, { order: 'newest', limit: 500 })).map((it) => it.id).sort();
const onlyFinding = async () => {
  const [id, ...others] = await ids();
  expect(others).toEqual([]);
  return (await readFinding(store, id!))!;
};

describe('a scan', () => {
  test('brings findings in; a second time it changes nothing but when they were last seen', async () => {
    const first = await scan([codeFinding(), libraryFinding()], { packages: [npmPackage('lodash', '4.17.20')] });
    expect(first.findings).toEqual({ created: 2, kept: 0, reopened: 0, fixed: 0, removed: 0 });
    const before = await ids();
    const second = await scan([codeFinding(), libraryFinding()], { packages: [npmPackage('lodash', '4.17.20')] });
    expect(second.findings).toEqual({ created: 0, kept: 2, reopened: 0, fixed: 0, removed: 0 });
    expect(await ids()).toEqual(before);
    const [id] = before;
    const { firstSeen, lastSeen, evidence, events } = (await readFinding(store, id!))!;
    expect([firstSeen, lastSeen].map((it) => it.toISOString())).toEqual([
      '2026-11-22T10:01:00.000Z',
      '2026-11-22T10:02:00.000Z',
    ]);
    expect(evidence).toHaveLength(1);
    expect(events.map((it) => it.kind)).toEqual(['created']);
  });

  test('calls fixed what it looked for and did not find, and reopens what comes back', async () => {
    await scan([codeFinding(), codeFinding({ rule: 'eval', line: 40 })]);
    const before = await ids();
    expect((await scan([codeFinding()])).findings).toMatchObject({ kept: 1, fixed: 1 });
    expect(await stored()).toMatchObject([
      { rule: 'eval', status: 'fixed' },
      { rule: 'sql-injection', status: 'open' },
    ]);
    expect((await scan([codeFinding(), codeFinding({ rule: 'eval', line: 41 })])).findings).toMatchObject({
      created: 0,
      reopened: 1,
    });
    expect(await ids()).toEqual(before);
    expect(await stored()).toMatchObject([
      { rule: 'eval', line: 41, status: 'open' },
      { rule: 'sql-injection', status: 'open' },
    ]);
  });

  test.each<[string, Partial<Report>]>([
    ['of what is new alone', { coverage: { kinds: [], paths: [], rules: [] } }],
    ['of libraries alone', { coverage: { kinds: ['library'], paths: [] } }],
    ['of another folder', { coverage: { kinds: ['code', 'library'], paths: ['srcs', 'lib'] } }],
    ['that could not read the file', { problems: [{ code: 'parse-error', message: 'no', file: 'src/app.js' }] }],
    ['that does not say what it looked at', { coverage: undefined as never }],
    ['of another project', { project: { name: 'other', branch: 'main' } }],
    ['of another branch', { project: { name: 'shop', branch: 'feature' } }],
  ])('closes no code finding if it is one %s', async (_, more) => {
    await scan([codeFinding()]);
    expect((await scan([], more)).findings).toMatchObject({ fixed: 0, removed: 0 });
    expect(await stored()).toMatchObject([{ status: 'open' }]);
  });

  test('closes findings in the folder that it looked at', async () => {
    await scan([codeFinding()]);
    await scan([], { coverage: { kinds: ['code'], paths: ['src'] } });
    expect(await stored()).toMatchObject([{ status: 'fixed' }]);
  });

  test('closes no library finding without advisories', async () => {
    await scan([libraryFinding()]);
    const { advisories: _, ...stats } = report([]).stats;
    await scan([], { stats });
    expect(await stored()).toMatchObject([{ status: 'open' }]);
    await scan([]);
    expect(await stored()).toMatchObject([{ status: 'fixed' }]);
  });

  test('calls a finding removed, not fixed, when its rule did not run', async () => {
    await scan([codeFinding()]);
    const without = { kinds: ['code'] as const, paths: [], rules: ['eval'] };
    expect((await scan([], { coverage: without })).findings).toMatchObject({ fixed: 0, removed: 1 });
    expect(await stored()).toMatchObject([{ status: 'removed' }]);
    await scan([codeFinding()]);
    expect(await stored()).toMatchObject([{ status: 'open' }]);
  });

  test('a part of a project takes no identity from outside that part', async () => {
    await scan([codeFinding({ location: location('a/x.js', 5) })]);
    await scan([codeFinding({ location: location('b/x.js', 5) })], { coverage: { kinds: ['code'], paths: ['b'] } });
    expect(await stored()).toMatchObject([{ file: 'a/x.js' }, { file: 'b/x.js' }]);
  });

  test('a finding stays itself when its lines move and its file is renamed, and keeps its triage', async () => {
    await scan([codeFinding()]);
    const [id] = await ids();
    await decide(store, id!, { status: 'ignored', reason: 'false_positive', comment: 'Seen.', by: 'admin', at: now() });
    await scan([codeFinding({ location: location('lib/new.js', 99) })]);
    expect(await ids()).toEqual([id]);
    expect(await stored()).toMatchObject([{ file: 'lib/new.js', line: 99, status: 'ignored' }]);
    expect((await readFinding(store, id!))!.triage).toMatchObject({ reason: 'false_positive', comment: 'Seen.' });
  });

  test('the default branch decides whether a finding is fixed', async () => {
    await scan([codeFinding()]);
    await scan([codeFinding()], { project: { name: 'shop', branch: 'feature' } });
    await scan([], { project: { name: 'shop', branch: 'feature' } });
    expect(await stored()).toMatchObject([{ status: 'open' }]);
    await scan([]);
    await scan([codeFinding()], { project: { name: 'shop', branch: 'feature' } });
    expect(await stored()).toMatchObject([{ status: 'fixed' }]);
    expect((await onlyFinding()).branches.map((it) => [it.name, it.state])).toEqual([
      ['feature', 'open'],
      ['main', 'fixed'],
    ]);
  });

  test('a finding suppressed in the source text counts as ignored', async () => {
    await scan([codeFinding({ suppressions: [{ by: 'comment', reason: 'Tests only.' }] })]);
    expect(await stored()).toMatchObject([{ status: 'ignored' }]);
    await scan([codeFinding()]);
    expect(await stored()).toMatchObject([{ status: 'open' }]);
  });
});

describe('a running service', () => {
  const flow = codeFinding({ evidence: [{ is: 'flow', steps: [] }] });

  test('adds its request to the finding of a scan, near enough and at the same sink', async () => {
    await scan([flow]);
    expect((await runtime([shownFinding(13)])).findings).toEqual({ created: 0, joined: 1 });
    expect(await stored()).toEqual([
      {
        rule: 'sql-injection',
        file: 'src/app.js',
        line: 10,
        status: 'open',
        evidence: ['flow', 'request'],
        services: ['shop-api'],
      },
    ]);
    await runtime([shownFinding(13, {}, { route: '/other' })]);
    const { evidence, events } = await onlyFinding();
    expect(evidence.map((it) => [it.evidence.is, it.hits])).toEqual([
      ['flow', 1],
      ['request', 1],
      ['request', 1],
    ]);
    expect(events.map((it) => [it.kind, it.detail['service']])).toEqual([
      ['shown', 'shop-api'],
      ['created', undefined],
    ]);
  });

  test.each<[string, Finding]>([
    ['four lines away', shownFinding(14)],
    ['at another sink', shownFinding(10, { sink: 'db.execute' })],
    ['in another file', shownFinding(10, { location: location('src/other.js', 10) })],
    ['of another rule', shownFinding(10, { rule: 'command-injection' })],
  ])('makes a finding of its own %s', async (_, shown) => {
    await scan([flow]);
    expect((await runtime([shown])).findings).toEqual({ created: 1, joined: 0 });
    expect(await stored()).toHaveLength(2);
  });

  test('no scan closes what only a service has shown', async () => {
    await runtime([shownFinding(10)]);
    await scan([]);
    expect(await stored()).toMatchObject([{ status: 'open', evidence: ['request'] }]);
  });

  test('reopens a finding that a scan called fixed; the next scan closes it again', async () => {
    await scan([flow]);
    await scan([]);
    await runtime([shownFinding(11)]);
    expect(await stored()).toMatchObject([{ status: 'open' }]);
    await scan([]);
    expect(await stored()).toMatchObject([{ status: 'fixed' }]);
  });

  test('counts hits, and a report that arrives twice only once', async () => {
    await scan([flow]);
    await runtime([shownFinding(10, {}, { count: 5 })]);
    expect((await runtime([shownFinding(10, {}, { count: 5 })])).repeated).toBe(true);
    await runtime([shownFinding(10, {}, { count: 2, at: '2026-11-21T10:00:00.000Z', value: [{ text: 'new' }] })]);
    const [, seen] = (await onlyFinding()).evidence;
    expect(seen).toMatchObject({ hits: 7, evidence: { value: [{ text: 'new' }] } });
    expect([seen!.firstSeen, seen!.lastSeen].map((it) => it.toISOString())).toEqual([
      '2026-11-20T10:00:00.000Z',
      '2026-11-21T10:00:00.000Z',
    ]);
  });

  test('keeps two services and two routes apart, on one finding', async () => {
    await scan([flow]);
    await runtime([shownFinding(10), shownFinding(10, {}, { route: '/other' })]);
    await runtime([shownFinding(10, {}, { service: 'worker' })]);
    expect(await stored()).toMatchObject([{ services: ['shop-api', 'worker'] }]);
    expect((await onlyFinding()).evidence).toHaveLength(4);
  });

  test('a clock that runs ahead is set back to ours', async () => {
    await runtime([shownFinding(10, {}, { at: '2099-01-01T00:00:00Z' })]);
    expect((await onlyFinding()).lastSeen.toISOString()).toBe('2026-11-22T10:01:00.000Z');
  });

  test('of many ways in, the newest 200 are kept', async () => {
    const many = Array.from({ length: 250 }, (_, at) =>
      shownFinding(
        10,
        {},
        { route: `/${at}`, at: new Date(Date.parse('2026-11-20T00:00:00Z') + at * 1000).toISOString() },
      ),
    );
    await runtime(many);
    const routes = (await onlyFinding()).evidence.map(({ evidence }) => evidence.is === 'request' && evidence.route);
    expect(routes).toHaveLength(200);
    expect(routes).toContain('/249');
    expect(routes).not.toContain('/0');
  });

  test('a library that is loaded is evidence on the vulnerable library, of that version alone', async () => {
    await scan([libraryFinding(), libraryFinding({ purl: 'pkg:npm/lodash@3.0.0' })]);
    await runtime([], { packages: [loaded('lodash', '4.17.20'), loaded('express', '4.0.0')] });
    const rows = await findFindings(store, {}, { order: 'severity', limit: 10 });
    expect(Object.fromEntries(rows.map((it) => [it.body.package?.purl, [it.evidence, it.services]]))).toEqual({
      'pkg:npm/lodash@4.17.20': [['declared', 'loaded'], ['shop-api']],
      'pkg:npm/lodash@3.0.0': [['declared'], []],
    });
  });

  test('a vulnerable part that has run is evidence on the findings whose advisory names it', async () => {
    const named = libraryFinding();
    const fingerprints = [{ algorithm: 'advisory', version: 1, value: 'CVE-2020-8203 lodash' }];
    const other = libraryFinding({ rule: 'CVE-2020-8203', fingerprints });
    await scan([
      { ...named, package: { ...named.package!, symbols: ['lodash.template'] } },
      { ...other, package: { ...other.package!, advisory: 'CVE-2020-8203', symbols: ['lodash.zipObjectDeep'] } },
    ]);
    const place = { file: 'src/page.js', start: { line: 3, column: 5 }, end: { line: 3, column: 5 } };
    const executed = [{ symbol: 'lodash.template', function: 'page', location: place, at: '2026-01-02T03:04:05.678Z' }];
    await runtime([], { packages: [{ ...loaded('lodash', '4.17.20'), executed }] });
    const rows = await findFindings(store, {}, { order: 'severity', limit: 10 });
    expect(Object.fromEntries(rows.map((it) => [it.body.rule, it.evidence]))).toEqual({
      'CVE-2021-23337': ['declared', 'executed', 'loaded'],
      'CVE-2020-8203': ['declared', 'loaded'],
    });
    const { evidence } = (await readFinding(store, rows.find((it) => it.body.rule === 'CVE-2021-23337')!.id))!;
    expect(evidence.map((it) => it.evidence).find((it) => it.is === 'executed')).toMatchObject({
      is: 'executed',
      service: 'shop-api',
      version: '1.2.3',
      symbol: 'lodash.template',
      function: 'page',
      location: place,
      at: '2026-01-02T03:04:05.678Z',
    });
  });
});

/** Random numbers that are the same in each run. Source: mulberry32, public domain */
function mulberry(seed: number): () => number {
  let state = seed + 0x6d2b79f5;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let it = Math.imul(state ^ (state >>> 15), 1 | state);
    it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it;
    return ((it ^ (it >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('a finding that moves on to another version of its library leaves what was loaded of the old one', async () => {
  const fingerprints = [{ algorithm: 'advisory', version: 1, value: 'CVE-2021-23337 lodash' }];
  await scan([libraryFinding({ fingerprints })]);
  await runtime([], { packages: [loaded('lodash', '4.17.20')] });
  const [id] = await ids();
  await scan([libraryFinding({ fingerprints, purl: 'pkg:npm/lodash@4.17.19' })]);
  expect(await stored()).toMatchObject([{ evidence: ['declared'], services: [] }]);
  await runtime([], { packages: [loaded('lodash', '4.17.19')] });
  expect(await stored()).toMatchObject([{ evidence: ['declared', 'loaded'], services: ['shop-api'] }]);
  expect(await ids()).toEqual([id]);
});

describe('the order in which reports arrive', () => {
  const statics = [
    codeFinding({ line: 10, code: 'a' }),
    codeFinding({ line: 12, code: 'b' }),
    codeFinding({ line: 30, code: 'c', sink: 'db.execute' }),
    libraryFinding(),
  ];
  const shown = [9, 10, 11, 12, 14, 16, 29, 30].map((line) =>
    shownFinding(line, { sink: line > 20 ? 'db.execute' : 'db.query' }),
  );
  const one = async () => await scan(statics);
  const other = async () => await runtime(shown, { packages: [loaded('lodash', '4.17.20')] });
  /** Shape: `rule:line sink` and its evidence; of what a service showed, the lines. */
  const evidenceByLine = async (): Promise<readonly (readonly [string, string])[]> => {
    const all = await Promise.all((await ids()).map(async (id) => (await readFinding(store, id))!));
    return all
      .map(({ body, evidence }) => {
        const seen = evidence.map(({ evidence: it }) =>
          it.is === 'request' ? it.frames[0]!.location.start.line : it.is,
        );
        return [`${body.rule}:${body.location.start.line} ${body.sink}`, seen.sort().join(' ')] as const;
      })
      .sort((a, b) => (a.join() < b.join() ? -1 : 1));
  };

  test('scan first, service first, or again and again: the same', async () => {
    const expected = [
      ['CVE-2021-23337:30 db.query', 'declared loaded'],
      ['sql-injection:10 db.query', '10 11 9 match'],
      ['sql-injection:12 db.query', '12 14 match'],
      ['sql-injection:16 db.query', '16'],
      ['sql-injection:30 db.execute', '29 30 match'],
    ];
    for (const order of [
      [one, other],
      [other, one],
      [other, one, other, one],
      [one, other, one],
    ]) {
      store = await database.newStore();
      for (const step of order) await step();
      expect(await evidenceByLine()).toEqual(expected);
    }
  });

  test.each(Array.from({ length: 12 }, (_, seed) => [seed]))(
    'any order of any reports: the same (%i)',
    async (seed) => {
      const random = mulberry(seed);
      const pick = (count: number): number => Math.floor(random() * count);
      const sinks = ['db.query', 'db.execute'];
      const found = Array.from({ length: 12 }, (_, at) =>
        codeFinding({ line: 1 + pick(40), code: `code ${at}`, sink: sinks[pick(2)]! }),
      );
      const batches = Array.from({ length: 4 }, () =>
        Array.from({ length: 8 }, () => shownFinding(1 + pick(44), { sink: sinks[pick(2)]! })),
      );
      const steps = [async () => await scan(found), ...batches.map((it) => async () => await runtime(it))];
      const results = [];
      for (let round = 0; round < 3; round++) {
        store = await database.newStore();
        for (const step of steps.toSorted(() => random() - 0.5)) await step();
        results.push(await evidenceByLine());
      }
      expect(results[1]).toEqual(results[0]);
      expect(results[2]).toEqual(results[0]);
    },
  );

  test('what a service showed first keeps its id, its age and its triage when a scan finds it too', async () => {
    await runtime([shownFinding(11), shownFinding(9)]);
    const [kept, merged] = await ids();
    for (const id of [kept!, merged!]) {
      await decide(store, id, { status: 'to_fix', reason: null, comment: '', by: 'admin', at: now() });
    }
    await scan([codeFinding()]);
    const found = await onlyFinding();
    expect([kept, merged]).toContain(found.id);
    expect(found).toMatchObject({ status: 'to_fix', triage: { by: 'admin' } });
    expect(found.firstSeen.toISOString()).toBe('2026-11-22T10:01:00.000Z');
    expect(found.events.map((it) => it.kind)).toEqual([
      'joined',
      'triaged',
      'triaged',
      'shown',
      'shown',
      'created',
      'created',
    ]);
  });
});

describe('hostile reports', () => {
  test('NUL, half surrogates and keys of prototypes are stored as something harmless', async () => {
    const bad = 'a\0b\uD800c';
    const evil = JSON.parse(`{"constructor": 1, "toString": 2, "${'\\u0000'}": 3}`) as Record<string, number>;
    await scan(
      [
        codeFinding({ title: bad, message: bad, symbol: bad, snippet: { line: 1, lines: [bad] } }),
        codeFinding({ rule: bad, line: 50 }),
      ],
      {
        project: { name: bad, branch: bad },
        stats: { ...report([]).stats, languages: evil },
        packages: [{ ...npmPackage(bad, bad), licenses: [bad] }],
        problems: [{ code: bad, message: bad, file: bad }],
      },
    );
    await runtime([shownFinding(10, {}, { value: [{ text: bad }], service: bad })], {
      service: { ...runtimeReport([]).service, name: bad, environment: bad },
      packages: [loaded(bad, '1')],
    });
    expect(await stored()).toMatchObject([
      { rule: 'a\uFFFDb\uFFFDc' },
      { rule: 'sql-injection' },
      { rule: 'sql-injection', services: ['a\uFFFDb\uFFFDc'] },
    ]);
  });

  test('huge texts and lists are cut, and the answer says so', async () => {
    const huge = 'x'.repeat(3_000_000);
    const steps = Array.from({ length: 1_500 }, () => ({
      role: 'step' as const,
      message: 'on',
      location: location('a', 1),
    }));
    const { notes } = await scan([
      codeFinding({
        rule: huge,
        title: huge,
        message: huge,
        location: location(huge, 2 ** 40),
        snippet: { line: 2 ** 40, lines: [huge, huge] },
        evidence: [{ is: 'flow', steps }],
        fingerprints: [{ algorithm: huge, version: 2 ** 40, value: huge }],
        references: Array.from({ length: 1_000 }, () => 'https://example.org'),
      }),
    ]);
    expect(notes.map((it) => it.message)).toEqual([
      '500 flow steps too many were left out',
      '900 references too many were left out',
    ]);
    const { body } = await onlyFinding();
    expect([body.rule.length, body.title.length, body.message.length]).toEqual([500, 500, 20_000]);
    expect(body.location.start.line).toBe(2_147_483_647);
  });

  /** Letters of three bytes that no compression makes shorter: the longest that an index may get to see. */
  const wide = (seed: number): string => {
    const random = mulberry(seed);
    return Array.from({ length: 2_000 }, () => String.fromCharCode(0x4e00 + Math.floor(random() * 20_000))).join('');
  };

  test('names of any length and letters fit into the indexes', async () => {
    const name = wide(1);
    const finding = codeFinding({
      rule: wide(2),
      sink: wide(3),
      location: location(wide(4), 1),
      fingerprints: [{ algorithm: wide(5), version: 1, value: wide(6) }],
    });
    const library = libraryFinding({ purl: wide(7), rule: wide(8) });
    const packages = [{ ...npmPackage('a', '1'), id: wide(9), purl: wide(10), name: wide(11), version: wide(12) }];
    await scan([finding, library], { project: { name, branch: wide(13), commit: wide(14) }, packages });
    const service = {
      name: wide(15),
      project: name,
      environment: wide(16),
      version: wide(17),
      runtime: wide(18),
      agent: wide(19),
    };
    const evidence = [request({ service: wide(20), environment: wide(21), route: wide(22), sink: wide(3) })];
    const used = { purl: wide(7), name: wide(23), version: wide(24), file: wide(25), at: '2026-11-20T10:00:00Z' };
    await runtime([{ ...finding, evidence }], { service, packages: [used] });
    const rows = await findFindings(store, {}, { order: 'severity', limit: 10 });
    expect(rows.map((it) => it.evidence.join(' ')).sort()).toEqual(['declared loaded', 'match request']);
  });

  test.each([
    ['0000-01-01T00:00:00Z'],
    ['9999-12-31T23:59:59Z'],
    ['2016-12-31T23:59:60Z'],
    ['2026-01-01T00:00:00+23:59'],
  ])('a moment like %s is stored', async (at) => {
    await runtime([shownFinding(10, {}, { at, count: Number.MAX_SAFE_INTEGER })], {
      packages: [{ ...loaded('lodash', '1'), at }],
      dropped: Number.MAX_SAFE_INTEGER,
    });
    expect((await onlyFinding()).evidence).toMatchObject([{ hits: 1_000_000_000 }]);
  });

  test('findings of empty texts and without fingerprints are known again', async () => {
    const empty = codeFinding({
      rule: '',
      title: '',
      message: '',
      sink: '',
      location: location('', 1),
      fingerprints: [],
    });
    await scan([empty, empty], { project: { name: '' } });
    await scan([empty, empty], { project: { name: '' } });
    expect(await stored()).toHaveLength(2);
  });

  test('5,000 findings arrive in one report, and again, as the same', async () => {
    const many = Array.from({ length: 5_000 }, (_, at) =>
      codeFinding({ line: at + 1, code: `code ${at}`, location: location(`src/${at % 100}.js`, at + 1) }),
    );
    expect((await scan(many)).findings.created).toBe(5_000);
    expect((await scan(many)).findings).toEqual({ created: 0, kept: 5_000, reopened: 0, fixed: 0, removed: 0 });
    expect((await scan(many.slice(0, 4_000))).findings).toMatchObject({ kept: 4_000, fixed: 1_000 });
  });

  test('two reports of one project at once are taken one after the other', async () => {
    const both = await Promise.all([scan([codeFinding()]), scan([codeFinding()]), runtime([shownFinding(10)])]);
    expect(both).toHaveLength(3);
    expect(await stored()).toMatchObject([{ line: 10, evidence: ['match', 'request'] }]);
  });

  test('an agent cannot forge the evidence of a scan, nor a scan that of an agent', async () => {
    await runtime([shownFinding(10, { evidence: [{ is: 'flow', steps: [] }, request()] })]);
    await scan([codeFinding({ evidence: [{ is: 'match' }, request({ service: 'forged' })] })]);
    expect(await stored()).toMatchObject([{ evidence: ['match', 'request'], services: ['shop-api'] }]);
  });
});
