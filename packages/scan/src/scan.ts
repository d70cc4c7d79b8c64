import { performance } from 'node:perf_hooks';
import { relative, sep } from 'node:path';
import { reportVersion, severities, type Finding, type Problem, type Report, type ScanStats } from '@plumbline/core';
import { againstBaseline } from './baseline/baseline.ts';
import { gitState } from './git.ts';
import { loadKnowledge, type Knowledge } from './rules.ts';
import type { Looked } from './run/engine.ts';
import type { OnProgress } from './run/pool.ts';
import { look } from './run/run.ts';
import { projectName, targetOf, type Target } from './target.ts';
import { toolVersion } from './version.ts';
import { patternsOf, type Level } from './walk/ignore-files.ts';
import type { Skip } from './walk/skip.ts';
import { walk, type Walked, type WalkedFile } from './walk/walk.ts';
import { unreadName } from './walk/excludes.ts';

/** One of the engines. */
export type EngineName = 'sast' | 'sca';

/** The parts of a scan, in order. */
export type Phase = 'walk' | 'rules' | 'sast' | 'sca' | 'report';

export interface ScanOptions {
  /** Files and folders; the current folder when there are none. */
  readonly paths: readonly string[];
  /** Absolute: what `paths` are relative to. */
  readonly cwd: string;
  /** More rules and models: absolute files and folders. */
  readonly rules?: readonly string[];
  /** Whether the catalogue's own rules run. True when left out. */
  readonly defaultRules?: boolean;
  readonly only?: EngineName | undefined;
  readonly jobs?: number | undefined;
  /** Absolute path of an earlier JSON report. */
  readonly baseline?: string | undefined;
  readonly project?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** Hears of every file that was left out. */
  readonly onSkip?: (skip: Skip) => void;
  /** Hears how long each part took. Units: milliseconds. */
  readonly onPhase?: (phase: Phase, milliseconds: number) => void;
}

/**
 * Scans a project: walk, read, analyse, compare, report.
 *
 * Errors: a `UserError` for paths, settings, rules and baselines that are not right; the signal's reason when it is
 *         aborted. What the project itself holds never ends a scan: it becomes a Problem of the report.
 */
export async function scan(options: ScanOptions): Promise<Report> {
  const clock = stopwatch(options);
  const target = targetOf(options.paths, options.cwd);
  const engines = options.only === undefined ? ['sast', 'sca'] : [options.only];

  const knowledge = loadKnowledge({
    paths: [...target.config.rules.paths, ...(options.rules ?? [])],
    defaults: (options.defaultRules ?? true) && target.config.rules.defaults,
    ids: target.config.rules.ids,
  });
  clock('rules');

  const walked = walkTarget(target);
  clock('walk');

  const code = await lookAtCode(engines.includes('sast') ? walked.files : [], { target, knowledge, options });
  clock('sast');

  const skips = [...walked.skips, ...code.skips];
  for (const it of skips) options.onSkip?.(it);
  const findings = ordered(graded(code.findings, target));
  const report: Report = {
    version: reportVersion,
    tool: { name: 'plumbline', version: toolVersion() },
    project: { name: options.project ?? projectName(target), ...gitState(target.root) },
    coverage: {
      kinds: engines.includes('sast') ? ['code'] : [],
      paths: target.paths.map((it) => shownPath(target.root, it)).filter((it) => it !== ''),
      rules: knowledge.rules.map((it) => it.id),
    },
    findings: options.baseline === undefined ? findings : againstBaseline(findings, options.baseline),
    packages: [],
    problems: [...knowledge.problems, ...orderedProblems([...walked.problems, ...code.problems])],
    stats: statsOf(code, skips, knowledge),
  };
  clock('report');
  return report;
}

function stopwatch({ onPhase }: ScanOptions): (phase: Phase) => void {
  let last = performance.now();
  return (phase) => {
    const now = performance.now();
    onPhase?.(phase, now - last);
    last = now;
  };
}

/** Units: bytes. */
const largestSource = 2 * 2 ** 20;

function walkTarget({ root, paths, config }: Target): Walked {
  const level = (lines: readonly string[]): Level | undefined =>
    lines.length === 0 ? undefined : { folder: config.folder, patterns: patternsOf(lines) };
  return walk({
    root,
    targets: paths,
    unwanted: (path) => unreadName(path),
    maxBytes: () => largestSource,
    exclude: level(config.exclude),
    include: level(config.include),
  });
}

/** What the static engine saw, over all files. */
interface Code {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly skips: readonly Skip[];
  readonly looked: readonly Extract<Looked, { is: 'analysed' }>[];
}

async function lookAtCode(
  files: readonly WalkedFile[],
  { target, knowledge, options }: { target: Target; knowledge: Knowledge; options: ScanOptions },
): Promise<Code> {
  const { rules, models } = knowledge;
  const parts = { root: target.root, rules, models, maxBytes: largestSource };
  const all = rules.length === 0 ? [] : await look(files, parts, { ...options, grammars: new Set() });
  return {
    findings: all.flatMap((it) => (it.is === 'analysed' ? it.findings : [])),
    problems: all.flatMap((it) => it.problems),
    skips: all.flatMap((it, at) => (it.is === 'skipped' ? [{ path: files[at]!.path, reason: it.reason }] : [])),
    looked: all.filter((it) => it.is === 'analysed'),
  };
}

/** Severities as the project's settings want them. */
function graded(findings: readonly Finding[], { config }: Target): readonly Finding[] {
  return findings.map((finding) => {
    const severity = config.rules.ids.get(finding.rule);
    return severity === undefined || severity === 'on' || severity === 'off' ? finding : { ...finding, severity };
  });
}

function ordered(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      compare(a.location.file, b.location.file) ||
      a.location.start.line - b.location.start.line ||
      a.location.start.column - b.location.start.column ||
      compare(a.rule, b.rule) ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}

function orderedProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => compare(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function shownPath(root: string, path: string): string {
  return relative(root, path).replaceAll(sep, '/');
}

function statsOf({ looked }: Code, skips: readonly Skip[], { rules }: Knowledge): ScanStats {
  const sum = (of: (it: Code['looked'][number]) => number): number => looked.reduce((total, it) => total + of(it), 0);
  const skipped = new Map<string, number>();
  for (const { reason } of skips) skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
  const languages = new Map<string, number>();
  for (const { language, lines } of looked)
    if (language) languages.set(language, (languages.get(language) ?? 0) + lines);
  const inOrder = (counts: ReadonlyMap<string, number>): Record<string, number> =>
    Object.fromEntries([...counts].toSorted(([a], [b]) => compare(a, b)));
  return {
    files: looked.length,
    lines: sum((it) => it.lines),
    bytes: sum((it) => it.bytes),
    skipped: inOrder(skipped),
    languages: inOrder(languages),
    rules: rules.length,
  };
}
