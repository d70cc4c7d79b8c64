/**
 * What a scan of a folder costs: kLOC/s, peak memory, the share of every part, for several numbers of workers.
 *
 *   node bench/scan.mjs <folder> [jobs…]        after a build; jobs: 1 2 4
 *   node bench/scan.mjs --cache <folder>        without a cache, with an empty one, with a full one
 *   node bench/scan.mjs --start                 how long `plumb --version` takes beyond node itself
 *
 * Every figure comes from a process of its own, and is printed, not asserted.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { scan } from '@plumbline/scan';

const [first = '--help', ...more] = process.argv.slice(2);
if (first === '--start') start();
else if (first === '--one') await one(...more);
else if (first === '--cache') cached(...more);
else if (first.startsWith('-'))
  process.stdout.write('usage: node bench/scan.mjs <folder> [jobs…] | --cache <folder> | --start\n');
else compare(first, more.length > 0 ? more : ['1', '2', '4']);

function compare(folder, numbers) {
  heads('jobs');
  for (const jobs of numbers) print([jobs, ...measured(folder, jobs)]);
}

/** What a scan of a project that nobody has changed costs, beside the first one. */
function cached(folder) {
  const cache = mkdtempSync(join(tmpdir(), 'plumb-bench-'));
  try {
    heads('cache');
    print(['none', ...measured(folder, '2')]);
    const [cold, warm] = ['cold', 'warm'].map((name) => {
      const cells = measured(folder, '2', cache);
      print([name, ...cells]);
      return Number(cells[2]);
    });
    process.stdout.write(`warm takes ${((100 * warm) / cold).toFixed(1)} % of cold\n`);
  } finally {
    rmSync(cache, { recursive: true });
  }
}

function heads(first) {
  print([
    first,
    'kLOC',
    'kLOC/s',
    's',
    'CPU s',
    'peak MiB',
    'rules',
    'walk',
    'sca',
    'sast',
    'report',
    'findings',
    'problems',
  ]);
}

function measured(folder, jobs, cache = '') {
  const { stdout, stderr, status } = run(['--one', folder, jobs, cache]);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

async function one(folder, jobs, cache) {
  const phases = {};
  const started = performance.now();
  const report = await scan({
    paths: [folder],
    cwd: process.cwd(),
    jobs: Number(jobs),
    cache: cache || undefined,
    onPhase: (name, ms) => (phases[name] = ms),
  });
  const seconds = (performance.now() - started) / 1000;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const kloc = report.stats.lines / 1000;
  const share = (name) => `${(phases[name] / seconds / 10).toFixed(1)}%`;
  process.stdout.write(
    JSON.stringify([
      kloc.toFixed(1),
      (kloc / seconds).toFixed(1),
      seconds.toFixed(2),
      ((userCPUTime + systemCPUTime) / 1e6).toFixed(2),
      (maxRSS / 1024).toFixed(0),
      ...['rules', 'walk', 'sca', 'sast', 'report'].map(share),
      report.findings.length,
      report.problems.length,
    ]),
  );
}

function start() {
  const median = (line) => {
    const times = Array.from({ length: 11 }, () => {
      const started = performance.now();
      spawnSync(process.execPath, line);
      return performance.now() - started;
    });
    return times.sort((a, b) => a - b)[5];
  };
  const program = `const { main } = await import(${JSON.stringify(new URL('../packages/cli/dist/index.js', import.meta.url).href)}); await main(['--version'])`;
  const node = median(['--input-type=module', '-e', '0']);
  const plumb = median(['--input-type=module', '-e', program]);
  process.stdout.write(`node ${node.toFixed(0)} ms, plumb --version ${(plumb - node).toFixed(0)} ms more\n`);
}

function run(args) {
  return spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
}

function print(cells) {
  process.stdout.write(`${cells.map((it) => String(it).padStart(9)).join('')}\n`);
}
