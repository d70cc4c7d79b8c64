// Gives damaged files to everything that reads what others wrote about libraries:
//
//   node tools/sca-fuzz.mjs [--inputs 10000] [--only id,id] [--seeds folder] [--jobs 2] [--write docs/sca-fuzz.md]
//   node tools/sca-fuzz.mjs --again <id> <number> [--seeds folder]      one input, to look into
//
// Formats are those of the table; `--seeds` is a folder of more files to damage, taken by their names. Failures are
// exceptions, results that do not hang together, more than a second of work, and memory above the limit.
import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Units: milliseconds of work for one input, and of the clock, for a machine may be busy. */
const [mostWork, mostTime] = [1000, 60_000];
/** Units: megabytes of heap; a process that needs more ends. */
const mostHeap = 400;

const root = path.resolve(import.meta.dirname, '..');
const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    inputs: { type: 'string', default: '10000' },
    only: { type: 'string' },
    seeds: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    write: { type: 'string' },
    again: { type: 'boolean' },
    child: { type: 'string' },
  },
});
const inputs = Number(given.inputs);

/** The readers, from their sources. */
async function built(folder) {
  const { rolldown } = await import('rolldown');
  const file = path.join(folder, 'fuzzed.mjs');
  const entry = `
    export { fuzzed } from './packages/sca/testing/fuzzed.ts';
    export { chance, damaged } from './packages/sca/testing/damage.ts';
    export { lockfileOf } from './packages/sca/src/index.ts';
    export { ignoreFormats } from './packages/scan/src/ignores/formats.ts';`;
  const bundle = await rolldown({
    input: 'entry',
    cwd: root,
    platform: 'node',
    resolve: { conditionNames: ['source', 'import'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? path.join(root, 'entry.ts') : undefined),
        load: (id) => (id === path.join(root, 'entry.ts') ? entry : undefined),
      },
    ],
  });
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  return file;
}

async function readers(file) {
  const { fuzzed, chance, damaged, lockfileOf, ignoreFormats } = await import(file);
  const ignores = ignoreFormats.map((it) => ({
    id: `ignore file of ${it.of}`,
    files: [],
    seeds: [
      '[[IgnoredVulns]]\nid = "CVE-1"\nreason = "x"\nignoreUntil = 2030-01-01\n[[PackageOverrides]]\nname = "a"\nversion = "1"\nignore = true\n',
      'ignore:\n  - vulnerability: CVE-1\n    package: {name: a, version: 1}\n  CVE-2:\n    - "*":\n        reason: x\n        expires: 2030-01-01\n',
      '# comment\nCVE-1 exp:2030-01-01\nvulnerabilities:\n  - id: CVE-2\n    purls: [pkg:npm/a]\n    statement: x\n',
    ],
    make: (seeds, random) => damaged(seeds, random, 'any'),
    run(bytes) {
      try {
        it.read(bytes.toString(), { file: 'x', folder: '' });
      } catch (error) {
        // That the file is broken is said by whoever reads it.
        if (error instanceof RangeError) throw error;
      }
    },
  }));
  const more = given.seeds === undefined ? [] : filesIn(given.seeds);
  const all = [...fuzzed, ...ignores].map((it) => {
    const beside = more.filter((file) => lockfileOf(file.name)?.id === it.id).map((file) => file.read);
    return { ...it, seedsNow: () => [...it.seeds, ...beside.map((read) => read())] };
  });
  return { all, chance };
}

/** Units: bytes of a file that is damaged; what is larger makes no other mistakes. */
const largestSeed = 200_000;

/** Fixtures may be called `name.format`: what comes behind the first point counts, too. */
function filesIn(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .map((it) => path.join(folder, it))
    .filter((it) => fs.statSync(it).isFile() && fs.statSync(it).size <= largestSeed)
    .toSorted()
    .map((it) => ({ name: it, read: () => fs.readFileSync(it) }));
}

function seedOf(id, number) {
  let hash = 0x811c9dc5;
  for (const it of `${id} ${number}`) hash = Math.imul(hash ^ it.codePointAt(0), 0x01000193);
  return hash >>> 0;
}

// --- a process that runs some of them ---

async function child(file, progress) {
  const { all, chance } = await readers(file);
  const at = fs.openSync(progress, 'w');
  process.on('message', ({ id, from }) => {
    const it = all.find((one) => one.id === id);
    const seeds = it.seedsNow();
    const done = { id, from, slowest: 0, slowestNumber: 0, peak: 0, failures: [] };
    for (let number = from; number < inputs; number += 1) {
      fs.writeSync(at, `${String(number).padEnd(20)}`, 0);
      const random = chance(seedOf(id, number));
      const bytes = it.make(seeds, random);
      const started = process.cpuUsage();
      let wrong;
      try {
        wrong = it.run(bytes, random);
      } catch (error) {
        wrong = String(error?.stack ?? error)
          .split('\n')
          .slice(0, 3)
          .join(' ');
      }
      const { user, system } = process.cpuUsage(started);
      const work = (user + system) / 1000;
      if (work > done.slowest) [done.slowest, done.slowestNumber] = [work, number];
      if (work > mostWork) wrong ??= `${Math.round(work)} ms of work for ${bytes.length} bytes`;
      if (wrong !== undefined) done.failures.push({ number, wrong, bytes: bytes.length });
      if (done.failures.length >= 20) break;
    }
    // Not what `resourceUsage` says: that has the memory of who started it in it.
    done.peak = Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
    process.send(done);
  });
  process.send('ready');
}

// --- the one that watches them ---

async function watch() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plumb-fuzz-'));
  const file = await built(folder);
  const { all } = await readers(file);
  const wanted = given.only?.split(',');
  const jobs = all.map((it) => it.id).filter((it) => wanted === undefined || wanted.includes(it));
  const waiting = jobs.map((id) => ({ id, from: 0 }));
  const results = new Map(jobs.map((id) => [id, { id, slowest: 0, peak: 0, failures: [] }]));
  await Promise.all(
    Array.from({ length: Number(given.jobs) }, (_, at) => lane(file, path.join(folder, `at-${at}`), waiting, results)),
  );
  fs.rmSync(folder, { recursive: true });
  return [...results.values()];
}

function lane(file, progress, waiting, results) {
  return new Promise((resolve) => {
    let job;
    const start = () => {
      const args = [
        '--child',
        progress,
        '--inputs',
        String(inputs),
        ...(given.seeds === undefined ? [] : ['--seeds', given.seeds]),
        file,
      ];
      const worker = fork(fileURLToPath(import.meta.url), args, {
        execArgv: [`--max-old-space-size=${mostHeap}`],
        stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
      });
      let last = '';
      const timer = setInterval(() => {
        const now = `${job?.id} ${read(progress)}`;
        if (now === last) worker.kill('SIGKILL');
        last = now;
      }, mostTime);
      const next = () => {
        job = waiting.shift();
        if (job) worker.send(job);
        else worker.disconnect();
      };
      worker.on('message', (message) => {
        if (message !== 'ready') note(results.get(message.id), message);
        next();
      });
      worker.on('exit', (code, signal) => {
        clearInterval(timer);
        if (!job) return resolve();
        const number = Number(read(progress));
        note(results.get(job.id), {
          slowest: 0,
          peak: 0,
          failures: [
            {
              number,
              wrong:
                signal === 'SIGKILL'
                  ? `no end after ${mostTime / 1000} s`
                  : `the process ended (${code ?? signal}): out of memory?`,
              bytes: 0,
            },
          ],
        });
        waiting.unshift({ id: job.id, from: number + 1 });
        if (results.get(job.id).failures.length >= 20) waiting.shift();
        return start();
      });
    };
    start();
  });
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '';
}

function note(result, { slowest, slowestNumber, peak, failures }) {
  if (slowest > result.slowest) Object.assign(result, { slowest, slowestNumber });
  result.peak = Math.max(result.peak, peak);
  result.failures.push(...failures);
  const state = result.failures.length === 0 ? 'ok' : `${result.failures.length} FAILURES`;
  process.stderr.write(
    `${result.id.padEnd(28)} slowest ${result.slowest.toFixed(0).padStart(5)} ms (input ${result.slowestNumber}), peak ${result.peak.toFixed(0)} MB  ${state}\n`,
  );
  for (const it of failures.slice(0, 3))
    process.stderr.write(`    --again "${result.id}" ${it.number}: ${it.wrong.slice(0, 300)}\n`);
}

function page(results) {
  const failures = results.flatMap((it) => it.failures.map((one) => ({ id: it.id, ...one })));
  const total = (inputs * results.length).toLocaleString('en-US');
  return `# Damaged files

Made by \`node tools/sca-fuzz.mjs\` on ${new Date().toISOString().slice(0, 10)}: each reader was given ${inputs.toLocaleString('en-US')} files that are cut, mixed, nested, repeated, badly encoded or otherwise not
what anybody wrote, ${total} in all, the same in every run. An input fails when there is an exception, when packages do not hang
together (ids that are not unique, edges to nowhere), when it takes more than ${mostWork} ms of work, or when the heap grows beyond ${mostHeap} MB.

**${failures.length} failures.** The slowest input took ${Math.max(...results.map((it) => it.slowest)).toFixed(0)} ms of work; no process grew beyond ${Math.max(...results.map((it) => it.peak)).toFixed(0)} MB, the interpreter included.

| reader | inputs | failures | slowest input (ms) |
|---|---|---|---|
${results.map((it) => `| ${it.id} | ${inputs.toLocaleString('en-US')} | ${it.failures.length} | ${it.slowest.toFixed(0)} |`).join('\n')}
${failures.map((it) => `\n- ${it.id}, input ${it.number}: ${it.wrong.slice(0, 200)}`).join('')}`;
}

async function again([id, number]) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plumb-fuzz-'));
  const { all, chance } = await readers(await built(folder));
  const it = all.find((one) => one.id === id);
  const random = chance(seedOf(id, Number(number)));
  const bytes = it.make(it.seedsNow(), random);
  fs.writeFileSync(path.join(folder, 'input'), bytes);
  process.stdout.write(`${bytes.length} bytes: ${path.join(folder, 'input')}\n`);
  const started = process.cpuUsage();
  process.stdout.write(`${it.run(bytes, random) ?? 'nothing wrong'}\n`);
  process.stdout.write(`${(process.cpuUsage(started).user / 1000).toFixed(0)} ms\n`);
}

if (given.child !== undefined) await child(positionals[0], given.child);
else if (given.again) await again(positionals);
else {
  const results = await watch();
  if (given.write !== undefined) fs.writeFileSync(given.write, page(results));
  const failed = results.filter((it) => it.failures.length > 0);
  process.stdout.write(
    `${results.length} readers, ${inputs} inputs each: ${failed.length} failed${failed.length > 0 ? ` (${failed.map((it) => it.id).join(', ')})` : ''}\n`,
  );
  process.exitCode = failed.length > 0 ? 1 : 0;
}
