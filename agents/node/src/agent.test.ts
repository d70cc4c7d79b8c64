import { expect, test } from 'vitest';
import { librarySamples, marksOf, nodeVersion, places, runSample } from '../samples/run.ts';

const samples = librarySamples().flatMap((file) =>
  marksOf(file).environments.map((env) => ({ file, env, ...marksOf(file) })),
);

test.each(samples)('finds what is wrong in $file $env, and nothing else', async ({ file, env, needs, asks, finds }) => {
  if (needs > nodeVersion) return;
  const { findings, answers } = await runSample({ file, requests: asks, env });
  expect(places(findings).sort()).toEqual([...finds].sort());
  expect(answers.map((it) => it.status).filter((it) => it >= 400)).toEqual([]);
});

test('a finding tells where, what and how', async () => {
  const { findings } = await runSample({
    file: 'libraries/express.cjs',
    requests: ['/sql?name=anna'],
    env: { PLUMB_SERVICE: 'users', PLUMB_ENV: 'test', PLUMB_VERSION: '1.2.3' },
  });
  expect(findings).toHaveLength(1);
  const [{ location, sink, severity, cwe, evidence, snippet, message, confidence, fingerprints }] = findings as [
    (typeof findings)[0],
  ];
  const line = Number(marksOf('libraries/express.cjs').finds[0]!.split(':')[1]);
  const file = 'samples/libraries/express.cjs';
  expect(location).toEqual({ file, start: { line, column: 17 }, end: { line, column: 21 } });
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
  const file = 'libraries/express.cjs';
  const once = await runSample({ file, requests: ['/sql/id/1', '/sql/id/1'] });
  expect(once.findings).toEqual([]);
  const twice = await runSample({ file, requests: ['/sql/id/1', '/sql/id/2'] });
  expect(places(twice.findings)).toEqual([marksOf(file).finds[1]]);
});
