import type { Report } from '@plumbline/core';
import type { Gate, Phase, ScanOptions, Skip, Target, Verdict } from '@plumbline/scan';
import { sourcesOf } from '../rule-sources.ts';
import { systemOptions, systemRequest } from '../systems.ts';
import { resolveOptions, resolveRequest } from '../registries.ts';
import { defineCommand, type ExitCode, type Options, type Outcome, type Terminal } from '../command.ts';

const options = {
  format: {
    value: 'FORMAT',
    choices: ['text', 'json', 'sarif'],
    default: 'text',
    help: 'What to print: text for people, json (docs/report.schema.json), sarif (2.1.0)',
  },
  output: { value: 'FILE', short: 'o', help: 'Write the report there; - is standard output' },
  rules: {
    value: 'PATH',
    many: true,
    help: 'More rules and models: a YAML file, a folder of them, or an https address; repeatable',
  },
  pack: {
    value: 'NAME',
    many: true,
    help: 'Of the rules that come with Plumbline this pack alone (plumb rules packs); repeatable',
  },
  'no-default-rules': { help: 'Leave out the rules that come with Plumbline' },
  only: { value: 'ENGINE', choices: ['sast', 'sca'], help: 'Look at code alone (sast), or at libraries alone (sca)' },
  'fail-on': {
    value: 'SEVERITY',
    choices: ['critical', 'high', 'medium', 'low', 'none'],
    help: 'Exit with 1 when there is a finding of this severity or worse (default: fail-on in plumbline.yaml, or high)',
  },
  'fail-unsure': { help: 'Let --fail-on count findings of low confidence, too, as those in tests are' },
  'fail-fixable': { help: 'Let --fail-on count of vulnerable libraries those alone that a newer version mends' },
  ...resolveOptions,
  ...systemOptions,
  baseline: {
    value: 'FILE',
    help: 'An earlier report (--format json): what it has is known and does not fail the scan',
  },
  vex: {
    value: 'FILE',
    many: true,
    help: 'A document that says which vulnerabilities do no harm: OpenVEX, CycloneDX or CSAF; repeatable',
  },
  diff: {
    value: 'BASE',
    help: 'Report only what is new since this branch, tag or commit of git, and look at changed files alone',
  },
  jobs: { value: 'N', short: 'j', help: 'Number of workers (default: one a core; small projects need none)' },
  'no-cache': { help: 'Analyse every file, and keep no results for the next scan' },
  stats: { help: 'Print on standard error where the time went: parts, rules, files; JSON reports say it, too' },
  upload: { help: 'Send the report to the platform' },
  url: { value: 'URL', env: 'PLUMB_URL', help: 'The platform for --upload' },
  project: {
    value: 'NAME',
    env: 'PLUMB_PROJECT',
    help: 'Name of the project (default: from package.json, or the folder)',
  },
  verbose: { short: 'v', help: 'Show what is left out else: suppressed findings, all problems, every skipped file' },
  quiet: { short: 'q', help: 'Print the report alone: no progress, no hints' },
} as const;

export const scan = defineCommand({
  name: 'scan',
  summary: 'Scan a project and list what a person should look at.',
  description: `Scans source code and libraries of the given files and folders (default: this folder).

Settings are read from plumbline.yaml. Left out: what .gitignore and .plumbignore name, installed packages, build outputs,
minified and generated files; --verbose lists each with its reason. A comment \`plumb-ignore: rule-id -- reason\` on a finding's line or
the line before it suppresses the finding.

Exit codes: 0 nothing at the threshold of --fail-on, 1 findings at it, 2 a mistake in the call or a failure of ours.`,
  arguments: [{ name: 'path', many: true, help: 'Files and folders' }],
  options,
  examples: [
    ['plumb scan', 'scan this folder'],
    ['plumb scan --fail-on critical src', 'fail a pipeline on the worst only'],
    ['plumb scan --format sarif --output plumb.sarif', 'for code hosts and editors'],
    ['plumb scan --format json --output base.json && plumb scan --baseline base.json', 'report what is new'],
    ['plumb scan --diff origin/main', 'report what a branch brings, uncommitted changes too'],
    ['docker save shop:1.0 | gzip > shop.tar.gz && plumb scan --image shop.tar.gz', 'what is installed in an image'],
    ['plumb scan --no-default-rules --rules my-rules/', 'own rules alone'],
    ['PLUMB_TOKEN=plumb_… plumb scan --upload --url https://plumb.example', 'send the result to the platform'],
  ],
  run: async (paths, given, terminal) => run(paths, given, terminal),
});

type Given = Options<typeof options>;

async function run(paths: readonly string[], given: Given, terminal: Terminal): Promise<Outcome> {
  const { judge, scan: scanProject, targetOf } = await import('@plumbline/scan');
  const platform = given.upload ? await platformOf(given, terminal) : undefined;
  const target = targetOf(paths, terminal.cwd);
  const started = Date.now();
  const skips: Skip[] = [];
  const phases: [Phase, number][] = [];
  let base: string | undefined;

  const report = await scanProject({
    ...(await settings(paths, given, terminal)),
    onProgress: given.quiet ? undefined : progress(terminal),
    onBase: (commit) => (base = commit),
    onSkip: (it) => skips.push(it),
    onPhase: (phase, milliseconds) => phases.push([phase, milliseconds]),
  });
  terminal.progress('');
  const milliseconds = Date.now() - started;

  const gate = gateOf(given, target);
  const verdict = judge(report, gate);
  const text = await write({ report, target, given, terminal, skips, base, milliseconds, verdict, gate });
  if (given.stats) for (const line of statistics(report, phases, milliseconds)) terminal.note(line);
  const sent = platform ? await send(report, platform, terminal) : true;
  const exitCode: ExitCode = !sent ? 2 : verdict.failing > 0 ? 1 : 0;
  return { text, file: given.output, exitCode };
}

async function settings(paths: readonly string[], given: Given, terminal: Terminal): Promise<ScanOptions> {
  const { cwd, env, signal } = terminal;
  const { resolve } = await import('node:path');
  const { advisoriesFolder, cacheFolder } = await import('@plumbline/scan');
  return {
    paths,
    cwd,
    signal,
    measured: given.stats,
    rules: await sourcesOf(given.rules, cwd),
    packs: given.pack,
    defaultRules: !given['no-default-rules'],
    only: given.only,
    advisories: advisoriesFolder(env),
    cache: given['no-cache'] ? undefined : cacheFolder(env),
    jobs: given.jobs === undefined ? undefined : await wholeNumber('jobs', given.jobs),
    diff: given.diff,
    vex: given.vex.map((it) => resolve(cwd, it)),
    baseline: given.baseline === undefined ? undefined : resolve(cwd, given.baseline),
    outputs: given.output === undefined ? [] : [resolve(cwd, given.output)],
    project: given.project,
    ...(await systemRequest(given, paths, cwd)),
    resolve: await resolveRequest(given, terminal),
  };
}

async function wholeNumber(option: string, value: string): Promise<number> {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= 256) return number;
  const { UserError } = await import('@plumbline/core');
  throw new UserError('option-invalid', { option, value, expected: 'a whole number from 1 to 256' });
}

/** Shown from the second second on: a short scan needs none. */
function progress(terminal: Terminal): NonNullable<ScanOptions['onProgress']> {
  const started = Date.now();
  let last = started + 900;
  return ({ done, total, share }) => {
    const now = Date.now();
    if (now - last < 100) return;
    last = now;
    terminal.progress(
      `Scanning ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} files (${Math.floor(share * 100)} %)`,
    );
  };
}

function gateOf(given: Given, { config }: Target): Gate {
  return {
    severity: given['fail-on'] ?? config.failOn ?? 'high',
    unsure: given['fail-unsure'] || config.failUnsure,
    fixable: given['fail-fixable'] || config.failFixable,
  };
}

interface Written {
  readonly report: Report;
  readonly target: Target;
  readonly given: Given;
  readonly terminal: Terminal;
  readonly skips: readonly Skip[];
  /** The commit that `--diff` comes to. */
  readonly base: string | undefined;
  readonly milliseconds: number;
  readonly verdict: Verdict;
  readonly gate: Gate;
}

async function write(it: Written): Promise<string> {
  const { builtPage, jsonReport, sarifReport, textReport } = await import('@plumbline/scan');
  const { pathToFileURL } = await import('node:url');
  const { report, target, given, terminal, skips, milliseconds } = it;
  if (given.format === 'json') return jsonReport(report);
  const { pages } = target.config.rules;
  const address = (rule: string): string | undefined =>
    pages === undefined ? undefined : new URL(`${encodeURIComponent(rule)}.md`, pages).href;
  if (given.format === 'sarif') return sarifReport(report, { text: (rule) => builtPage(rule)?.text, address });
  const toFile = given.output !== undefined && given.output !== '-';
  return textReport(report, {
    root: target.root,
    cwd: terminal.cwd,
    color: terminal.out.color && !toFile,
    columns: toFile ? 100 : terminal.out.columns,
    verbose: given.verbose,
    addressOf(rule) {
      const page = builtPage(rule);
      return address(rule) ?? (page && pathToFileURL(page.path).href);
    },
    skips,
    milliseconds,
    next: given.quiet ? [] : await hints(it),
  });
}

async function hints({ report, given, base, verdict, gate }: Written): Promise<string[]> {
  const { files } = report.stats;
  return [
    ...(base === undefined
      ? []
      : [`New since ${given.diff} (${base.slice(0, 12)}); what was there before is left out.`]),
    ...(base === undefined && files === 0 && report.packages.length === 0
      ? ['Nothing was scanned: --verbose lists what was left out and why.']
      : []),
    ...(await rulePages(report)),
    ...outcome(verdict, gate),
  ];
}

/** What the exit code is made of, and what it did not hear. */
function outcome({ failing, unsure, unfixable }: Verdict, { severity }: Gate): string[] {
  const passed = [
    ...(unsure > 0 ? [`${unsure} of low confidence (--fail-unsure counts them)`] : []),
    ...(unfixable > 0 ? [`${unfixable} that no version mends`] : []),
  ].join(', ');
  if (failing > 0) {
    const others = passed === '' ? '' : `, not counting ${passed}`;
    return [`Exit code 1: ${failing} at or above ${severity} (--fail-on)${others}.`];
  }
  return passed === '' ? [] : [`Exit code 0: at or above ${severity} (--fail-on) there are only ${passed}.`];
}

/** How to learn more about the rule of the worst finding. */
async function rulePages({ findings }: Report): Promise<string[]> {
  const { severities } = await import('@plumbline/core');
  const open = findings.filter((it) => it.kind === 'code' && it.suppressions.length === 0);
  const worst = open.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))[0];
  return worst
    ? [`\`plumb rules show ${worst.rule}\` tells more of a rule: why, bad and good code, how to fix it.`]
    : [];
}

function statistics({ stats }: Report, phases: readonly (readonly [Phase, number])[], milliseconds: number): string[] {
  const seconds = milliseconds / 1000;
  const memory = process.resourceUsage().maxRSS / 1024;
  return [
    ...phases.map(([phase, time]) => `${phase.padEnd(8)}${time.toFixed(0).padStart(8)} ms`),
    `total   ${milliseconds.toFixed(0).padStart(8)} ms   ${(stats.lines / 1000 / seconds).toFixed(1)} kLOC/s   peak ${memory.toFixed(0)} MiB`,
    ...Object.entries(stats.languages).map(([name, lines]) => `${name}: ${lines.toLocaleString('en-US')} lines`),
    ...Object.entries(stats.skipped).map(([reason, number]) => `skipped, ${reason}: ${number}`),
    ...costs(stats.cost),
  ];
}

/** What took most. Work is counted in steps of matching: the same on every machine. */
function costs(cost: Report['stats']['cost']): string[] {
  if (!cost) return [];
  const row = ({ work, milliseconds }: { work: number; milliseconds: number }, name: string): string =>
    `${work.toLocaleString('en-US').padStart(14)}${milliseconds.toFixed(0).padStart(8)} ms  ${name}`;
  return [
    `files known from an earlier scan: ${cost.cached}`,
    'rules that took most (steps, time, files):',
    ...cost.rules.map((it) => row(it, `${it.rule} (${it.files})`)),
    'files that took most:',
    ...cost.files.map((it) => row(it, it.file)),
  ];
}

async function platformOf({ url }: Given, { env }: Terminal): Promise<{ url: string; token: string }> {
  const { UserError } = await import('@plumbline/core');
  if (!url) throw new UserError('url-missing', { variable: 'PLUMB_URL' });
  const token = env['PLUMB_TOKEN'];
  if (!token) throw new UserError('token-missing', { variable: 'PLUMB_TOKEN' });
  return { url, token };
}

/** The report is printed all the same when nobody takes it. */
async function send(report: Report, platform: { url: string; token: string }, terminal: Terminal): Promise<boolean> {
  const { upload } = await import('@plumbline/scan');
  const { UserError } = await import('@plumbline/core');
  try {
    const shown = await upload(report, platform, terminal.signal);
    terminal.note(`Uploaded to ${shown ?? platform.url}`);
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    terminal.note(error.message);
    return false;
  }
}
