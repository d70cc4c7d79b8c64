// What the platform costs: taking reports in, and showing lists of 100,000 findings, over HTTP, on a PostgreSQL of its
// own. Prints; asserts nothing. After `npm run build`: `node bench/ingest.mjs`, about a minute.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { createOperatorToken, serve } from '@plumbline/server';

const data = mkdtempSync(path.join(os.tmpdir(), 'plumbline-bench-'));
chmodSync(data, 0o711);
const env = { ...process.env, DATABASE_URL: '' };
const served = await serve({ data, host: '127.0.0.1', port: 0, version: '0', env, report: console.error });
const token = await createOperatorToken({ data, env }, { name: 'bench', scopes: ['scan:write', 'read'] });
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

/** A finding with a flow of three steps, as large as real ones are. */
function finding(project, at) {
  const file = `src/part-${at % 300}/module-${at % 1500}.ts`;
  const line = 1 + (at % 900);
  const location = { file, start: { line, column: 5 }, end: { line, column: 40 } };
  const snippet = {
    line,
    lines: Array.from({ length: 7 }, (_, i) => `    const value${i} = await load(request.query.name${at}, ${i});`),
  };
  const hash = (name) => Buffer.from(`${project} ${name} ${at}`).toString('hex').padEnd(64, '0').slice(0, 64);
  return {
    kind: 'code',
    rule: `javascript.rule-${at % 40}`,
    title: `A finding of rule ${at % 40}`,
    message: 'Text of a request reaches a call that gives meaning to it.',
    severity: ['critical', 'high', 'medium', 'low', 'info'][at % 5],
    confidence: 'high',
    cwe: [89],
    owasp: ['A03:2021'],
    location,
    snippet,
    symbol: `handler${at}`,
    sink: 'db.query',
    evidence: [
      {
        is: 'flow',
        steps: ['source', 'step', 'sink'].map((role) => ({ role, message: 'goes on', location, snippet })),
      },
    ],
    fingerprints: ['match', 'scope', 'line'].map((algorithm) => ({ algorithm, version: 1, value: hash(algorithm) })),
    recommendation: 'Pass values as parameters.',
    references: ['https://example.org'],
    fixes: [],
    suppressions: [],
  };
}

function report(project, count) {
  const stats = { files: 1500, lines: 1e5, bytes: 3e6, skipped: {}, languages: { typescript: 1e5 }, rules: 40 };
  return {
    version: '1.0',
    tool: { name: 'plumbline', version: '0' },
    project: { name: project, branch: 'main' },
    coverage: { kinds: ['code'], paths: [] },
    findings: Array.from({ length: count }, (_, at) => finding(project, at)),
    packages: [],
    problems: [],
    stats,
  };
}

const call = async (address, init) => {
  const response = await fetch(`${served.url}${address}`, { headers, ...init });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return await response.json();
};
const timed = async (work) => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/** Sends a report, and meanwhile asks for something small: how long does the server look away? */
async function send(project, count) {
  const text = JSON.stringify(report(project, count));
  const body = gzipSync(text, { level: 1 });
  let stall = 0;
  let done = false;
  const pings = (async () => {
    while (!done) stall = Math.max(stall, await timed(() => call('/api/v1/health')));
  })();
  const ms = await timed(() =>
    call('/api/v1/scans', { method: 'POST', body, headers: { ...headers, 'content-encoding': 'gzip' } }),
  );
  done = true;
  await pings;
  return { ms, stall, megabytes: text.length / 1e6 };
}

try {
  for (const count of [5_000, 13_000]) {
    for (const again of ['new', 'again']) {
      const { ms, stall, megabytes } = await send(`project-${count}`, count);
      const rate = Math.round(count / (ms / 1000));
      console.log(
        `ingest ${count} (${again}): ${megabytes.toFixed(1)} MB, ${Math.round(ms)} ms, ${rate} findings/s, longest stall ${Math.round(stall)} ms, RSS ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
      );
    }
  }
  for (let at = 0; at < 8; at++) await send(`more-${at}`, 10_250);
  const { total, isMore } = await call('/api/v1/findings/facets');
  console.log(`lists of ${total}${isMore ? '+' : ''} findings, 100,000 in all; median of 9:`);
  for (const address of [
    '/api/v1/findings?status=open',
    '/api/v1/findings?order=newest',
    '/api/v1/findings?status=open&project=more-3&severity=high',
    '/api/v1/findings?text=module-77',
    '/api/v1/findings?text=nothing-like-that',
    '/api/v1/findings/facets?status=open',
  ]) {
    const times = [];
    for (let at = 0; at < 9; at++) times.push(await timed(() => call(address)));
    console.log(
      `  ${times
        .sort((a, b) => a - b)[4]
        .toFixed(1)
        .padStart(7)} ms  ${address}`,
    );
  }
} finally {
  await served.stop();
  rmSync(data, { recursive: true, force: true });
}
