import { performance } from 'node:perf_hooks';
import type { Report } from '@plumbline/core';
import { languageOf } from '@plumbline/sast';
import { isManifest } from '@plumbline/sca';
import { assemble, skipsOf } from './assemble.ts';
import { againstBaseline } from './baseline/baseline.ts';
import { largestSource, lookAtCode } from './code.ts';
import { advisoriesFolder } from './feeds/index.ts';
import { largestManifest, lookAtLibraries } from './libraries.ts';
import { loadKnowledge } from './rules.ts';
import type { OnProgress } from './run/pool.ts';
import { targetOf, type Target } from './target.ts';
import { unreadName } from './walk/excludes.ts';
import { patternsOf, type Level } from './walk/ignore-files.ts';
import type { Skip } from './walk/skip.ts';
import { walk, type Walked } from './walk/walk.ts';

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
  /** Absolute: the store of `plumb db`; where this user has it when left out. */
  readonly advisories?: string;
  /** Absolute paths of files that the caller writes: they are not scanned, and neither is the baseline. */
  readonly outputs?: readonly string[];
  /** Absolute: where results of earlier scans are kept (`cacheFolder`). Nothing is kept when it is left out. */
  readonly cache?: string | undefined;
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
  const runs = (engine: EngineName): boolean => options.only === undefined || options.only === engine;

  const target = targetOf(options.paths, options.cwd);
  const { config, root } = target;
  const knowledge = loadKnowledge({
    paths: [...config.rules.paths, ...(options.rules ?? [])],
    defaults: (options.defaultRules ?? true) && config.rules.defaults,
    ids: config.rules.ids,
  });
  clock('rules');
  const walked = walkTarget(target, runs('sast'), options);
  clock('walk');
  const store = options.advisories ?? advisoriesFolder();
  const libraries = runs('sca') ? lookAtLibraries(root, walked.files, { store, own: config.advisories }) : undefined;
  clock('sca');
  const code = runs('sast') ? await lookAtCode(root, walked.files, knowledge, options) : undefined;
  clock('sast');

  const seen = { target, knowledge, walked, code, libraries, project: options.project };
  for (const it of skipsOf(seen)) options.onSkip?.(it);
  const report = assemble(seen);
  const { baseline } = options;
  const compared =
    baseline === undefined ? report : { ...report, findings: againstBaseline(report.findings, baseline) };
  clock('report');
  return compared;
}

function stopwatch({ onPhase }: ScanOptions): (phase: Phase) => void {
  let last = performance.now();
  return (phase) => {
    const now = performance.now();
    onPhase?.(phase, now - last);
    last = now;
  };
}

function walkTarget({ root, paths, config }: Target, sources: boolean, options: ScanOptions): Walked {
  const level = (lines: readonly string[]): Level | undefined =>
    lines.length === 0 ? undefined : { folder: config.folder, patterns: patternsOf(lines) };
  const unwanted = sources ? unreadName : (): 'not-asked' => 'not-asked';
  return walk({
    root,
    targets: paths,
    unwanted: (path) => (isManifest(path) ? undefined : unwanted(path)),
    missed: (path) => isManifest(path) || languageOf(path) !== undefined,
    maxBytes: (path) => (isManifest(path) ? largestManifest : largestSource),
    own: new Set([...(options.outputs ?? []), options.baseline ?? '']),
    exclude: level(config.exclude),
    include: level(config.include),
  });
}
