import { expect, test } from 'vitest';
import { expected, nodeVersion, places, runSample } from '../samples/run.ts';

const form = { 'content-type': 'application/json' };
const everything = [
  '/sql?name=anna',
  '/sql/safe?name=anna',
  '/sql/number?id=42',
  '/sql/id/1234',
  '/sql/order?sort=created_at&dir=asc',
  '/sql/order?sort=name&dir=desc',
  { path: '/sql/body', method: 'POST', headers: form, body: '{"names":[" anna","berta "]}' },
  { path: '/sql/header', headers: { 'x-filter': 'name=cornelia' } },
  '/ping?host=localhost',
  '/ping/spawn?host=localhost',
  '/ping/safe?host=localhost',
  '/file?name=run.ts',
  '/file/promise?name=run.ts',
  '/file/safe?name=run.ts',
  '/file/send?name=run.ts',
  '/static/run.ts',
  '/go?to=https://example.com/',
  '/go/safe?to=https://example.com/',
  '/hello?name=anna',
  '/hello/safe?name=anna',
  '/hello/text?name=anna',
  '/eval?n=1234',
  '/hash',
  '/cookie',
];

test.each(['express4', 'express'])('finds what is wrong in an application on %s, and nothing else', async (name) => {
  const { findings, answers } = await runSample({ file: 'express.cjs', requests: everything, env: { EXPRESS: name } });
  expect(places(findings).sort()).toEqual(expected('express.cjs').sort());
  expect(answers.map((it) => it.status)).toEqual(everything.map((it) => (String(it).startsWith('/go') ? 302 : 200)));
});

test('finds the same in ES modules', async () => {
  const requests = ['/ping?host=localhost', '/file?name=run.ts', '/hello?name=anna', '/hash'];
  const { findings } = await runSample({ file: 'modules.mjs', requests });
  expect(places(findings).sort()).toEqual(expected('modules.mjs').sort());
});

test('needs no framework', async () => {
  const requests = [
    '/ping?host=localhost',
    '/go?to=https%3A%2F%2Fexample.com',
    { path: '/agent?x=', headers: { 'user-agent': 'tester' } },
  ];
  const { findings } = await runSample({ file: 'plain-http.cjs', requests });
  expect(places(findings).sort()).toEqual(expected('plain-http.cjs').sort());
});

test.skipIf(nodeVersion < 22.13)('finds SQL injection through node:sqlite', async () => {
  const { findings, answers } = await runSample({ file: 'sqlite.mjs', requests: ['/?name=anna'] });
  expect(places(findings)).toEqual(expected('sqlite.mjs'));
  expect(answers[0]).toEqual({ status: 200, text: '{"rows":[],"safe":[]}' });
});

test('a finding tells where, what and how', async () => {
  const { findings } = await runSample({
    file: 'express.cjs',
    requests: ['/sql?name=anna'],
    env: { PLUMB_SERVICE: 'users', PLUMB_ENV: 'test', PLUMB_VERSION: '1.2.3' },
  });
  expect(findings).toHaveLength(1);
  const [{ location, sink, severity, cwe, evidence, snippet, message, confidence, fingerprints }] = findings as [
    (typeof findings)[0],
  ];
  const line = Number(expected('express.cjs')[0]!.split(':')[1]);
  expect(location).toEqual({ file: 'samples/express.cjs', start: { line, column: 17 }, end: { line, column: 21 } });
  expect({ sink, severity, cwe, confidence }).toEqual({
    sink: 'sql.js.Database#exec',
    severity: 'critical',
    cwe: [89],
    confidence: 'high',
  });
  expect(message).toMatch(/^The query parameter `name` reaches `sql\.js\.Database#exec` as part of the query's text/);
  expect(snippet?.lines[line - snippet.line]).toBe('    res.json(db.exec(sql)); // finds: sql-injection');
  expect(fingerprints).toEqual([{ algorithm: 'runtime', version: 1, value: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  expect(evidence).toEqual([
    {
      is: 'request',
      service: 'users',
      environment: 'test',
      version: '1.2.3',
      method: 'GET',
      route: '/sql',
      sink: 'sql.js.Database#exec',
      value: [{ text: "SELECT * FROM users WHERE name = '" }, { text: 'anna', from: 0 }, { text: "'" }],
      sources: [{ kind: 'query parameter', name: 'name', value: 'anna' }],
      frames: expect.any(Array),
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      count: 1,
    },
  ]);
});

test('a value that may be a constant is reported when another value takes the same way', async () => {
  const once = await runSample({ file: 'express.cjs', requests: ['/sql/id/1', '/sql/id/1'] });
  expect(once.findings).toEqual([]);
  const twice = await runSample({ file: 'express.cjs', requests: ['/sql/id/1', '/sql/id/2'] });
  expect(places(twice.findings)).toEqual([expected('express.cjs')[1]]);
});
