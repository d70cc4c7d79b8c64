// What the agent costs: start-up, CPU and memory of an Express application with it and without, in A-B-A order, so that
// a machine that grows busier shows. Prints; asserts nothing. `node bench/agent.mjs [requests]`, about a minute.
import { fork } from 'node:child_process';
import http from 'node:http';
import path from 'node:path';

const requests = Math.min(Number(process.argv[2] ?? 2000), 20_000);
const register = path.resolve(import.meta.dirname, '../agents/node/register.js');
const application = path.resolve(import.meta.dirname, 'agent-application.cjs');
const body = JSON.stringify({
  name: 'some-name',
  items: Array.from({ length: 20 }, (_, i) => ({ id: `id-${i}`, label: `label number ${i}`, qty: i })),
});
const ways = [
  { name: 'hello', path: '/hello' },
  { name: 'concat', path: '/concat?name=some-user-name&city=Paris,%20London,Rome' },
  { name: 'json', path: '/json', body },
];

/** Starts the application, drives it, and returns its figures. */
async function measure(label, execArgv) {
  const started = performance.now();
  const child = fork(application, {
    execArgv,
    env: { PATH: process.env.PATH, PLUMB_FILE: '/dev/null' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const guard = setTimeout(() => child.kill('SIGKILL'), 60_000); // stops by itself, whatever happens
  const next = () => new Promise((done) => child.once('message', done));
  const say = (what) => {
    const answer = next();
    child.send(what);
    return answer;
  };
  const { port } = await next();
  const row = { label, 'start ms': Math.round(performance.now() - started) };
  const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
  for (const way of ways) {
    await burst(agent, port, way, requests / 2);
    await say('mark');
    await burst(agent, port, way, requests);
    const { cpu, rss } = await say('stop');
    row[`${way.name} us`] = Math.round((cpu / requests) * 1000);
    row['rss MB'] = rss;
  }
  agent.destroy();
  clearTimeout(guard);
  child.kill();
  return row;
}

async function burst(agent, port, way, count) {
  let left = count;
  const one = () =>
    new Promise((done, failed) => {
      const headers = way.body
        ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(way.body) }
        : {};
      const request = http.request(
        { agent, port, path: way.path, method: way.body ? 'POST' : 'GET', headers },
        (response) => {
          response.resume();
          response.once('end', done);
        },
      );
      request.once('error', failed);
      request.end(way.body);
    });
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (left-- > 0) await one();
    }),
  );
}

const rows = [];
for (const [label, execArgv] of [
  ['without', []],
  ['with', ['--import', register]],
  ['without', []],
  ['with', ['--import', register]],
  ['without', []],
]) {
  rows.push(await measure(label, execArgv));
}
const print = (line) => process.stdout.write(`${line}\n`);
const keys = Object.keys(rows[0]).slice(1);
print(['', ...keys].map((it) => it.padStart(10)).join(''));
for (const row of rows)
  print([row.label, ...keys.map((key) => String(row[key]))].map((it) => it.padStart(10)).join(''));

const mean = (label, key) => {
  const values = rows.filter((it) => it.label === label).map((it) => it[key]);
  return values.reduce((sum, it) => sum + it, 0) / values.length;
};
for (const key of keys) {
  const [before, after] = [mean('without', key), mean('with', key)];
  print(
    `${key.padEnd(10)} ${before.toFixed(0).padStart(6)} → ${after.toFixed(0).padStart(6)}   +${(after - before).toFixed(0)}   x${(after / before).toFixed(2)}`,
  );
}
