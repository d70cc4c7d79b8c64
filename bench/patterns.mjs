/**
 * The pattern engine beside Semgrep: the same search rules over the same files, on the same machine, one after the other.
 *
 *   node bench/patterns.mjs <semgrep> <semgrep-rules> <project>… [--keep <folder>]
 *
 * `<semgrep>` is its command, `<semgrep-rules>` a checkout of its public rules, each project a folder of sources. Needs a
 * build. The rules for JavaScript, TypeScript, Python and Java that are looked for in one file (no taint, join or extract)
 * and the projects' files in these languages are copied to a temporary folder, without files that Plumbline leaves out as
 * minified or generated and without what either leaves out by name, so that both read the same. Both run as their users
 * run them, with their own number of workers. Peak memory is that of all processes together; a page that several of them
 * share counts once. Nothing here is asserted: machines differ.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { scan } from '@plumbline/scan';

const { parseAllDocuments } = createRequire(new URL('../packages/catalog/package.json', import.meta.url))('yaml');

const plumb = fileURLToPath(new URL('../packages/cli/bin/plumb.js', import.meta.url));
const sources = /\.(?:[cm]?[jt]s|[jt]sx|py|java)$/;
const languages = new Set(['javascript', 'js', 'typescript', 'ts', 'python', 'python3', 'py', 'java']);
const rulesOfOne = 500;

const options = process.argv.slice(2);
const keep = options.includes('--keep') ? options.splice(options.indexOf('--keep'), 2)[1] : undefined;
const [semgrep, publicRules, ...projects] = options;
if (projects.length === 0) {
  process.stdout.write('usage: node bench/patterns.mjs <semgrep> <semgrep-rules> <project>… [--keep <folder>]\n');
} else {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'plumb-bench-'));
  try {
    await compare(folder);
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true });
  }
}

async function compare(folder) {
  const all = copyRules(join(folder, 'rules'), Infinity);
  copyRules(join(folder, 'some'), rulesOfOne);
  const names = [];
  for (const project of projects) names.push(await copyProject(project, join(folder, 'files')));
  const version = spawnSync(semgrep, ['--version'], { encoding: 'utf8' }).stdout.trim();
  process.stdout.write(`${all} rules, Semgrep ${version}\n`);
  print(['', 'kLOC', 'seconds', 'CPU s', 'per CPU s', 'peak MiB', 'findings', 'shared', 'time', 'memory']);
  const sums = { lines: 0, theirs: 0, ours: 0, warm: 0 };
  for (const name of names) {
    const files = join(folder, 'files', name);
    const theirs = await runSemgrep(folder, files);
    const [cold, warm] = await runPlumb(folder, files, 'rules', []);
    sums.lines += cold.lines;
    sums.theirs += theirs.seconds;
    sums.ours += cold.seconds;
    sums.warm += warm.seconds;
    row(`${name} semgrep`, { ...theirs, lines: cold.lines });
    row('plumb, cold', cold, theirs);
    row('plumb, warm', warm, theirs);
    if (keep !== undefined) writeDifferences(join(folder, `${name}.differences`), theirs, cold);
  }
  const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
  const { lines, theirs, ours, warm } = sums;
  process.stdout.write(
    `all: ${(lines / 1000).toFixed(0)} kLOC, ${theirs.toFixed(1)} s and ${ours.toFixed(1)} s: ${(theirs / ours).toFixed(1)} times as fast; warm takes ${percent(warm, ours)} of cold\n`,
  );
  const [one] = await runPlumb(folder, join(folder, 'files'), 'some', ['--jobs', '1']);
  row(`${rulesOfOne} rules, 1 worker`, one);
  process.stdout.write('time, memory: how many times as much Semgrep takes. per CPU s: kLOC\n');
}

/** Writes the rules, each with an id of its own, in files as they were; tells how many. */
function copyRules(to, most) {
  mkdirSync(to, { recursive: true });
  let count = 0;
  for (const file of filesOf(publicRules).filter((it) => /(?<!\.test)\.ya?ml$/.test(it))) {
    const [document] = parseAllDocuments(readFileSync(file, 'utf8'));
    const rules = document?.contents?.get?.('rules');
    if (!rules?.items) continue;
    rules.items = rules.items.filter((it) => count < most && isWanted(it.toJS(document)));
    for (const it of rules.items) it.set('id', `${String(it.get('id')).replace(/\W+/g, '-')}-${count++}`);
    if (rules.items.length > 0) {
      const name = relative(publicRules, file).replaceAll('/', '-');
      writeFileSync(join(to, name), String(document));
    }
  }
  return count;
}

function isWanted({ mode = 'search', languages: of = [], match, id }) {
  return (
    id !== undefined &&
    mode === 'search' &&
    match?.taint === undefined &&
    of.some((it) => languages.has(String(it).toLowerCase()))
  );
}

async function copyProject(project, to) {
  const name = basename(project);
  const folder = join(to, name);
  for (const file of filesOf(project).filter((it) => sources.test(it) && statSync(it).size < 1_000_000)) {
    const copy = join(folder, relative(project, file));
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(file, copy);
  }
  writeFileSync(join(folder, '.semgrepignore'), '');
  const rules = join(to, '..', 'none.yaml');
  writeFileSync(
    rules,
    "rules: [{ id: none, message: '', severity: INFO, languages: [python], pattern: nowhere_at_all() }]\n",
  );
  const left = [];
  await scan({ paths: [folder], cwd: folder, rules: [rules], defaultRules: false, onSkip: (it) => left.push(it.path) });
  for (const path of left) if (path !== '.semgrepignore') rmSync(join(folder, path), { recursive: true, force: true });
  return name;
}

function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((it) => {
      if (it.isDirectory())
        return it.name === '.git' || it.name === 'node_modules' ? [] : filesOf(join(folder, it.name));
      return it.isFile() ? [join(folder, it.name)] : [];
    });
}

async function runSemgrep(folder, files) {
  const output = join(folder, 'semgrep.json');
  const given = ['scan', '--metrics', 'off', '--disable-version-check', '--quiet', '--json', '--output', output];
  const measured = await run(semgrep, [...given, '--config', join(folder, 'rules'), '.'], files);
  const { results, errors } = JSON.parse(readFileSync(output, 'utf8'));
  const found = new Set(results.map((it) => `${it.check_id.split('.').at(-1)} ${it.path}:${it.start.line}`));
  return { ...measured, found, errors: errors.length };
}

/** With an empty cache, then with what that has left. */
async function runPlumb(folder, files, rules, more) {
  const home = join(folder, 'home');
  rmSync(home, { recursive: true, force: true });
  const output = join(folder, 'plumb.json');
  const given = ['scan', '.', '--rules', join(folder, rules), '--no-default-rules', '--fail-on', 'none', ...more];
  const runs = [];
  for (const state of ['cold', 'warm']) {
    rmSync(output, { force: true });
    const measured = await run(process.execPath, [plumb, ...given, '--format', 'json', '--output', output], files, {
      ...process.env,
      PLUMB_HOME: home,
    });
    const { findings, stats } = JSON.parse(readFileSync(output, 'utf8'));
    const found = new Set(findings.map((it) => `${it.rule} ${it.location.file}:${it.location.start.line}`));
    runs.push({ ...measured, found, lines: stats.lines, state });
  }
  return runs;
}

/** Runs a program to its end. Units: seconds, MiB. */
async function run(program, given, cwd, env = process.env) {
  const started = performance.now();
  const child = spawn(program, given, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const before = timesOfChildren();
  const look = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid))), 100);
  const code = await new Promise((resolve, reject) => child.on('exit', resolve).on('error', reject));
  clearInterval(look);
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return { seconds: (performance.now() - started) / 1000, cpu: timesOfChildren() - before, peak };
}

/** The processor's time that this process's children have had, and theirs. Units: seconds; a tick is a hundredth. */
function timesOfChildren() {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** The memory of a process and of all below it. Units: MiB. */
function memoryOf(pid) {
  try {
    const size = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0;
    const threads = readdirSync(`/proc/${pid}/task`);
    const below = threads.flatMap((it) => readFileSync(`/proc/${pid}/task/${it}/children`, 'utf8').trim().split(' '));
    return below.filter((it) => it !== '').reduce((sum, it) => sum + memoryOf(it), size / 1024);
  } catch {
    return 0; // expected: it has just ended
  }
}

function row(name, { lines, seconds, cpu, peak, found }, theirs) {
  const shared = theirs && [...found].filter((it) => theirs.found.has(it)).length;
  print([
    name,
    (lines / 1000).toFixed(1),
    seconds.toFixed(2),
    cpu.toFixed(2),
    (lines / 1000 / cpu).toFixed(1),
    peak.toFixed(0),
    found.size,
    shared ?? '',
    theirs ? `${(theirs.seconds / seconds).toFixed(1)}x` : '',
    theirs ? `${(theirs.peak / peak).toFixed(1)}x` : '',
  ]);
}

function writeDifferences(file, theirs, ours) {
  const only = (one, other) => [...one].filter((it) => !other.has(it)).sort();
  const lines = [
    ...only(theirs.found, ours.found).map((it) => `- ${it}`),
    ...only(ours.found, theirs.found).map((it) => `+ ${it}`),
  ];
  writeFileSync(file, lines.map((it) => `${it}\n`).join(''));
}

function print(cells) {
  const [name, ...others] = cells;
  process.stdout.write(`${name.padEnd(26)}${others.map((it) => String(it).padStart(10)).join('')}\n`);
}
