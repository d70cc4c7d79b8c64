import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { RuntimeReport, type Finding } from '@plumbline/core';
import { Value } from 'typebox/value';
import { afterAll, describe, expect, test } from 'vitest';
import { marksOf, places, runSample, type Sample } from '../samples/run.ts';
import { terminalText } from './report/terminal.ts';

interface Got {
  readonly authorization: string | undefined;
  readonly url: string | undefined;
  readonly report: RuntimeReport;
}

const servers: http.Server[] = [];
afterAll(() => servers.forEach((it) => it.close()));

/** A platform that answers with these statuses, one after the other, the last one from then on; 0 = never. */
async function platform(...statuses: number[]): Promise<{ url: string; got: Got[] }> {
  const got: Got[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (it: Buffer) => chunks.push(it));
    request.on('end', () => {
      const status = statuses[Math.min(got.length, statuses.length - 1)]!;
      got.push({
        authorization: request.headers.authorization,
        url: request.url,
        report: JSON.parse(String(Buffer.concat(chunks))) as RuntimeReport,
      });
      if (status > 0) response.writeHead(status).end();
    });
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, got };
}

/** Runs a sample that goes on for a while after its requests. */
async function runFor(milliseconds: number, sample: Sample): Promise<Awaited<ReturnType<typeof runSample>>> {
  return runSample({ ...sample, requests: [...sample.requests, { path: '/nothing', wait: milliseconds }] });
}

// They mostly wait for the reporter's rhythm, so they wait together.
describe.concurrent('the platform', () => {
  test('sends findings and loaded packages to the platform', async () => {
    const { url, got } = await platform(202);
    const env = {
      PLUMB_URL: url,
      PLUMB_TOKEN: 'plumb_test',
      PLUMB_PROJECT: 'shop',
      PLUMB_SERVICE: 'shop-api',
      PLUMB_ENV: 'test',
    };
    await runFor(2500, { file: 'quiet.cjs', requests: ['/login/anna?password=hunter22'], env });
    expect(got.map((it) => [it.url, it.authorization])).toEqual(
      got.map(() => ['/api/v1/runtime', 'Bearer plumb_test']),
    );
    for (const it of got) expect([...Value.Errors(RuntimeReport, it.report)]).toEqual([]);
    const { service } = got[0]!.report;
    expect(service).toMatchObject({
      name: 'shop-api',
      project: 'shop',
      environment: 'test',
      agent: '0.1.0',
      runtime: expect.stringMatching(/^node \d+/),
    });
    expect(places(got.flatMap((it) => it.report.findings))).toEqual(marksOf('quiet.cjs').finds);
    const packages = got.flatMap((it) => it.report.packages);
    expect(packages.find((it) => it.name === 'express')).toMatchObject({
      purl: 'pkg:npm/express@5.2.1',
      version: '5.2.1',
      file: expect.stringMatching(/node_modules\/express\/.*\.js$/),
    });
    expect(packages.map((it) => it.name)).toContain('body-parser');
    expect(new Set(packages.map((it) => it.purl)).size).toBe(packages.length);
  });

  test('tells once which vulnerable parts have run, and from where', async () => {
    const { url, got } = await platform(202);
    const requests = ['/inline?name=anna', '/inline?name=berta'];
    await runFor(2500, { file: 'libraries/ejs.cjs', requests, env: { PLUMB_URL: url } });
    const reports = got.flatMap((it) => it.report.packages).filter((it) => it.executed);
    const executed = reports.filter((it) => it.name === 'ejs').flatMap((it) => it.executed ?? []);
    // `render` calls `compile`.
    expect(executed.map((it) => [it.symbol, it.location?.file, it.location?.start.line])).toEqual([
      ['ejs.render', 'samples/libraries/ejs.cjs', 25],
      ['ejs.compile', 'samples/libraries/ejs.cjs', 25],
    ]);
    expect(reports.map((it) => it.name)).not.toContain('mustache');
  });

  test('no secret leaves the process', async () => {
    const { url, got } = await platform(202);
    const { findings } = await runFor(1500, {
      file: 'quiet.cjs',
      requests: ['/login/anna?password=hunter22'],
      env: { PLUMB_URL: url },
    });
    const [evidence] = findings[0]!.evidence;
    expect(evidence).toMatchObject({
      route: '/login/:user',
      value: [
        { text: 'echo --password ' },
        { text: '[redacted]', from: 0 },
        { text: ' --user ' },
        { text: 'anna', from: 1 },
        { text: ' token=[redacted]' },
      ],
      sources: [
        { kind: 'query parameter', name: 'password' },
        { kind: 'path parameter', name: 'user', value: 'anna' },
      ],
    });
    expect(JSON.stringify([findings, got])).not.toMatch(/hunter22|abcdefghij/);
  });

  test('tells a place once and counts from then on', async () => {
    const { url, got } = await platform(202);
    const requests = Array.from({ length: 5 }, (_, i) => `/login/user${i}?password=x`);
    const { findings } = await runFor(3500, { file: 'quiet.cjs', requests, env: { PLUMB_URL: url } });
    expect(places(findings)).toEqual(marksOf('quiet.cjs').finds);
    const counts = got
      .flatMap((it) => it.report.findings)
      .flatMap((it) => it.evidence.map((rung) => (rung.is === 'request' ? rung.count : 0)));
    expect(counts.reduce((sum, it) => sum + it, 0)).toBe(5);
  });

  test('tries again after a failure, and loses nothing', async () => {
    const { url, got } = await platform(500, 202);
    const { answers, output } = await runFor(5000, {
      file: 'quiet.cjs',
      requests: ['/login/anna?password=x'],
      env: { PLUMB_URL: url },
    });
    expect(answers[0]).toEqual({ status: 200, text: '{}' });
    expect(output).toMatch(/^listening \d+\n$/);
    expect(got.length).toBeGreaterThan(1);
    expect(places(got[1]!.report.findings)).toEqual(marksOf('quiet.cjs').finds);
  });

  test.each([
    ['is refused', 401, 1],
    ['gets no answer', 0, 3],
  ])('does not disturb the application when it %s', async (_, status, most) => {
    const { url, got } = await platform(status);
    const { answers, output } = await runFor(4500, {
      file: 'quiet.cjs',
      requests: ['/login/anna?password=x'],
      env: { PLUMB_URL: url },
    });
    expect(answers[0]).toEqual({ status: 200, text: '{}' });
    expect(output).toMatch(/^listening \d+\n$/);
    expect(got.length).toBeLessThanOrEqual(most);
  });
});

test('a wrong address is said once', async () => {
  const { output } = await runSample({ file: 'quiet.cjs', requests: [], env: { PLUMB_URL: 'nowhere' } });
  expect(output).toMatch(/plumbline: nothing is sent: PLUMB_URL: /);
});

test('a person sees the place, the value and where it came from', () => {
  const finding = {
    title: 'Outside data becomes part of an SQL query',
    rule: 'sql-injection',
    severity: 'critical',
    message: 'The query parameter `q` reaches `db.exec`.\nMore.',
    location: { file: 'src/shop.js', start: { line: 2, column: 3 }, end: { line: 2, column: 7 } },
    snippet: { line: 1, lines: ['const a = 1;', '  exec(sql);', '}'] },
    evidence: [
      {
        is: 'request',
        sink: 'db.exec',
        method: 'GET',
        route: '/products',
        value: [{ text: "name = '" }, { text: 'bob\u001b[31m', from: 0 }, { text: "'" }],
        sources: [{ kind: 'query parameter', name: 'q' }],
      },
    ],
  } as unknown as Finding;
  expect(terminalText(finding, false)).toMatchInlineSnapshot(`
    "
    plumbline critical Outside data becomes part of an SQL query (sql-injection)
      src/shop.js:2:3  GET /products
        1 | const a = 1;
      > 2 |   exec(sql);
              ^^^^
        3 | }
      db.exec: name = 'bob·[31m'
                       ~~~~~~~~ query parameter q
      The query parameter \`q\` reaches \`db.exec\`.
    "
  `);
  expect(terminalText(finding, true)).toContain('\u001b[31mcritical\u001b[0m');
});
