/**
 * What the dependency engine costs, beside what it may cost:
 *
 *   node bench/sca.mjs [--osv folder] [--locks folder] [--repository folder] [--peers folder] [--keep folder] [--runs 5]
 *                      [--write page.md]
 *
 * `--osv` has OSV records as .jsonl.gz, repeated under other names until there are 300,000; `--locks` has real lock files, in
 * folders or called `project.package-lock.json`; it may be given several times. Without them both are made up, in sizes and
 * shapes as measured on real ones. `--repository` is scanned as a whole, code too. `--keep` is a folder in which the inputs
 * stay for the next time. `--peers` has the programs of other scanners (osv-scanner, trivy, syft): they read the lock files
 * in turns with Plumbline.
 *
 * Each figure is the median of several processes. The clock counts; on a machine that does other things meanwhile the work
 * of the main thread says what the clock would.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { besidePeers } from './sca-peers.mjs';
import { makeBills, makeLocks } from './sca-made-files.mjs';
import { made, packagesOf, repeated, wanted, writeZip } from './sca-made.mjs';

const plumbFile = new URL('../packages/cli/dist/bundle/main.js', import.meta.url);
const steps = { build, match, inventory, plumb };

// --- steps: each in a process of its own ---

/** Builds a store from one zip, as OSV publishes them. */
async function build(from, folder) {
  const { importAdvisories } = await import('@plumbline/scan');
  return measured(async () => {
    const { manifest } = await importAdvisories({ from, folder, now: new Date() });
    return `${number(manifest.records)} advisories for ${number(manifest.packages)} packages`;
  });
}

/** Opens the store and looks packages up. */
async function match(folder, list) {
  const { openAdvisories } = await import('@plumbline/scan');
  const sca = await import('@plumbline/sca');
  const packages = statSync(list).isDirectory() ? extracted(list, sca).value : JSON.parse(readFileSync(list, 'utf8'));
  return measured(() => {
    const store = openAdvisories(folder);
    const { value } = sca.match(packages, store);
    store.close();
    return `${number(packages.length)} packages, ${number(value.length)} findings`;
  });
}

async function inventory(folder) {
  const sca = await import('@plumbline/sca');
  return measured(() => {
    const { value } = extracted(folder, sca);
    const edges = value.reduce((sum, it) => sum + it.dependencies.length, 0);
    return `${number(value.length)} packages, ${number(edges)} edges`;
  });
}

function extracted(folder, { extract }) {
  const paths = readdirSync(folder, { recursive: true }).filter((it) => statSync(join(folder, it)).isFile());
  return extract({ paths, read: (path) => readFileSync(join(folder, path)) });
}

/** The whole command, from its start to its end. */
async function plumb(...args) {
  const { main } = await import(plumbFile);
  await main(args);
  return { ...usage(), seconds: performance.now() / 1000, what: '' };
}

async function measured(work) {
  const [clock, before] = [performance.now(), usage()];
  const what = await work();
  const after = usage();
  return {
    seconds: (performance.now() - clock) / 1000,
    work: after.work - before.work,
    main: after.main === undefined ? undefined : after.main - before.main,
    memory: after.memory,
    what,
  };
}

/** Units: seconds, bytes. Of this program alone: what `resourceUsage` says has the memory of who started it in it. */
function usage() {
  const { user, system } = process.cpuUsage();
  return { work: (user + system) / 1e6, main: mainThread(), memory: peak() };
}

function mainThread() {
  const file = `/proc/self/task/${process.pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e9 : undefined;
}

function peak() {
  const file = '/proc/self/status';
  if (!existsSync(file)) return process.memoryUsage().rss;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) * 1024;
}

// --- all of them ---

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    osv: { type: 'string' },
    locks: { type: 'string', multiple: true, default: [] },
    repository: { type: 'string' },
    peers: { type: 'string' },
    keep: { type: 'string' },
    runs: { type: 'string', default: '5' },
    write: { type: 'string' },
    step: { type: 'boolean' },
  },
});

function all() {
  const home = given.keep ?? mkdtempSync(join(tmpdir(), 'plumb-bench-'));
  mkdirSync(home, { recursive: true });
  try {
    makeInputs(home);
    const rows = [
      ...stores(home),
      ...inventories(home),
      ...peers(home),
      ...matches(home),
      ...bills(home),
      ...again(home),
      ...starts(),
    ];
    const text = page(rows);
    process.stdout.write(`\n${text}`);
    if (given.write !== undefined) writeFileSync(given.write, text);
    process.exitCode = rows.some((it) => it.verdict === 'missed') ? 1 : 0;
  } finally {
    if (given.keep === undefined) rmSync(home, { recursive: true, force: true });
  }
}

/** In a folder that is kept, they are used again. */
function makeInputs(home) {
  const at = (name) => join(home, name);
  if (!existsSync(at('packages.json'))) {
    const { hits } = writeZip(at('all.zip'), given.osv === undefined ? made(wanted) : repeated(given.osv));
    writeFileSync(at('packages.json'), JSON.stringify(packagesOf(hits)));
  }
  if (!existsSync(at('bills'))) makeBills(at('bills'));
  rmSync(at('locks'), { recursive: true, force: true });
  if (given.locks.length === 0) makeLocks(at('locks'));
  for (const folder of given.locks) takeLocks(folder, at('locks'));
}

/** `a.pnpm-lock.yaml` becomes `a/pnpm-lock.yaml`; what lies in folders stays there. */
function takeLocks(from, to) {
  for (const name of readdirSync(from)) {
    const file = join(from, name);
    const [, project, called] = /^([^.]+)\.(.+\..+|.+file)$/.exec(name) ?? [];
    if (statSync(file).isDirectory()) cpSync(file, join(to, name), { recursive: true });
    else if (called !== undefined && !/^md$/.test(called)) {
      mkdirSync(join(to, project), { recursive: true });
      copyFileSync(file, join(to, project, called));
    }
  }
}

function stores(home) {
  const store = join(home, 'plumb', 'advisories');
  const once = () => {
    rmSync(store, { recursive: true, force: true });
    return run('build', join(home, 'all.zip'), store);
  };
  // It takes long, and varies little.
  const cost = median(Array.from({ length: Math.min(3, runs()) }, once));
  const bytes = readdirSync(store).reduce((sum, it) => sum + statSync(join(store, it)).size, 0);
  return [
    timed(`store of ${cost.what}`, cost, { seconds: 30, memory: 1024 }),
    {
      name: 'the store on disk',
      bar: '120 MB',
      found: mb(bytes),
      verdict: bytes <= 120 * 2 ** 20 ? 'holds' : 'missed',
    },
  ];
}

function inventories(home) {
  const locks = join(home, 'locks');
  const read = several('inventory', locks);
  const files = readdirSync(locks, { recursive: true }).filter((it) => statSync(join(locks, it)).isFile()).length;
  const sbom = severalPlumb(home, ['sbom', locks, '--output', join(home, 'out.json')], fresh);
  return [
    timed(`${files} lock files read with edges and lines: ${read.what}`, read, { seconds: 0.7, memory: 200 }),
    timed('the same as `plumb sbom`, from start to file', sbom, {}),
  ];
}

/** Others and Plumbline in turns, as whole processes. */
function peers(home) {
  if (given.peers === undefined) return [];
  return besidePeers(given.peers, join(home, 'locks'), runs()).map(({ name, runs: all }) => {
    const cost = median(all);
    return timed(`in turns: ${name}, ${cost.what}`, cost, {});
  });
}

function matches(home) {
  const store = join(home, 'plumb', 'advisories');
  const real = several('match', store, join(home, 'locks'));
  const many = several('match', store, join(home, 'packages.json'));
  return [
    timed(`store opened and those matched: ${real.what}`, { ...real, memory: undefined }, { seconds: 0.3 }),
    timed(`far more hits than anybody has: ${many.what}`, { ...many, memory: undefined }, {}),
  ];
}

function bills(home) {
  return ['json', 'xml', 'spdx'].map((kind) => {
    const folder = join(home, 'bills', kind);
    const cost = severalPlumb(
      home,
      ['scan', folder, '--only', 'sca', '--format', 'json', '--output', join(home, 'out.json')],
      fresh,
    );
    const [name] = readdirSync(folder);
    const size = mb(statSync(join(folder, name)).size);
    return timed(`${name} of ${size}, \`plumb scan\` from start to report`, cost, { seconds: 2, memory: 400 });
  });
}

/** The first scan and the next one. */
function again(home) {
  const rows = [['lock files', join(home, 'locks'), ['--only', 'sca']]];
  if (given.repository !== undefined) rows.push([`${basename(given.repository)}, code too`, given.repository, []]);
  return rows.map(([name, folder, more]) => {
    const args = ['scan', folder, ...more, '--format', 'json', '--output', join(home, 'out.json')];
    const first = severalPlumb(home, args, fresh);
    const next = severalPlumb(home, args, () => undefined);
    const share = (key) => next[key] / first[key];
    const verdict = share('seconds') <= 0.25 ? 'holds' : share('work') <= 0.25 ? 'holds by work' : 'missed';
    return {
      name: `${name} scanned again, nothing changed`,
      bar: '25 % of the first',
      found: `${percent(share('seconds'))} of ${first.seconds.toFixed(2)} s, ${percent(share('work'))} of ${first.work.toFixed(2)} s of work`,
      verdict,
    };
  });
}

function starts() {
  return [
    timed(
      '`plumb --version`',
      severalPlumb(tmpdir(), ['--version'], () => undefined),
      { seconds: 0.12 },
    ),
  ];
}

// --- processes and words ---

function runs() {
  return Number(given.runs);
}

function run(...args) {
  return runIn({}, args);
}

function runIn(env, args) {
  const file = fileURLToPath(import.meta.url);
  const out = execFileSync(process.execPath, [file, '--step', '--', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const found = JSON.parse(out.slice(out.lastIndexOf('\n{') + 1));
  process.stdout.write(
    `${args
      .slice(0, 2)
      .map((it) => basename(it))
      .join(' ')
      .padEnd(
        24,
      )} ${found.seconds.toFixed(2)} s, ${found.work.toFixed(2)} s of work, ${mb(found.memory)}  ${found.what}\n`,
  );
  return found;
}

function several(...args) {
  return median(Array.from({ length: runs() }, () => run(...args)));
}

function severalPlumb(home, args, before) {
  const once = () => {
    before(home);
    return runIn({ PLUMB_HOME: join(home, 'plumb') }, [
      'plumb',
      ...args.map((it) => (existsSync(it) ? resolve(it) : it)),
    ]);
  };
  return median(Array.from({ length: runs() }, once));
}

/** Without what an earlier scan has kept. */
function fresh(home) {
  rmSync(join(home, 'plumb', 'cache'), { recursive: true, force: true });
}

function median(all) {
  const of = (key) => all.map((it) => it[key]).toSorted((a, b) => a - b)[Math.floor((all.length - 1) / 2)];
  return { seconds: of('seconds'), work: of('work'), main: of('main'), memory: of('memory'), what: all[0].what };
}

function timed(name, cost, bar) {
  const { seconds, work, main, memory } = cost;
  const bars = [bar.seconds && `${bar.seconds} s`, bar.memory && `${number(bar.memory)} MB`].filter(Boolean).join(', ');
  const parts = [
    `${seconds.toFixed(2)} s`,
    `${work.toFixed(2)} s of work`,
    main !== undefined && `${main.toFixed(2)} s of it in the main thread`,
    memory && mb(memory),
  ];
  return { name, bar: bars || 'none', found: parts.filter(Boolean).join(', '), verdict: verdictOn(cost, bar) };
}

function verdictOn({ seconds, main = Infinity, memory = 0 }, bar) {
  if (bar.seconds === undefined) return '';
  if (bar.memory !== undefined && memory > bar.memory * 2 ** 20) return 'missed';
  if (seconds <= bar.seconds) return 'holds';
  return main <= bar.seconds ? 'holds by work' : 'missed';
}

function page(rows) {
  const records =
    given.osv === undefined
      ? 'made up, in sizes and shapes as measured on real ones'
      : 'real ones, repeated under other names until there are enough';
  const locks = given.locks.length === 0 ? 'made up' : 'of real projects';
  return `# What the dependency engine costs

Made by \`node bench/sca.mjs\` on ${availableParallelism()} cores with Node.js ${process.versions.node}: medians of ${runs()} processes each, the store of ${Math.min(3, runs())}. Records are
${records}; lock files are ${locks}. "Work" is time of all threads together; "holds by work" says
that the machine was busy with other things, and that the main thread's own time is within the bar.

| what | bar | found | |
|---|---|---|---|
${rows.map((it) => `| ${it.name} | ${it.bar} | ${it.found} | ${it.verdict} |`).join('\n')}
`;
}

function mb(bytes) {
  return `${(bytes / 2 ** 20).toFixed(0)} MB`;
}
function number(value) {
  return value.toLocaleString('en-US');
}
function percent(share) {
  return `${(100 * share).toFixed(0)} %`;
}

if (given.step) {
  const [step, ...rest] = positionals;
  const found = await steps[step](...rest);
  process.stdout.write(`\n${JSON.stringify(found)}\n`);
} else all();
