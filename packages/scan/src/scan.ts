import { performance } from 'node:perf_hooks';
import type { Report } from '@plumbline/core';
import { languageOf } from '@plumbline/sast';
import { isManifest, readsParts } from '@plumbline/sca';
import { assemble, skipsOf } from './assemble.ts';
import { againstBaseline } from './baseline/baseline.ts';
import { lookAtChanges, type Changes, type Looking as Changing } from './changes.ts';
import { joined, largestSource, lookAtCode } from './code.ts';
import { withDecisions } from './decisions.ts';
import { openBase } from './diff/base.ts';
import { advisoriesFolder } from './feeds/index.ts';
import type { Config } from './config/config.ts';
import { openImage, openRootfs, type OpenSystem } from './images/index.ts';
import { keptLibraries } from './kept-libraries.ts';
import {
  hasOddName,
  largestManifest,
  lookAtLibraries,
  lookAtSystem,
  type AdvisoryPlaces,
  type Libraries,
} from './libraries.ts';
import { ruleChoice } from './rule-choice.ts';
import { loadKnowledge, type Knowledge } from './rules/index.ts';
import type { OnProgress } from './run/pool.ts';
import { reached } from './reach.ts';
import { readResolved, type ResolveRequest } from './resolved.ts';
import { targetOf, type Target } from './target.ts';
import { realDisk, type Disk } from './walk/disk.ts';
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
  /** More rules and models: absolute files and folders, or addresses. */
  readonly rules?: readonly string[];
  /** Whether the catalogue's own rules run. True when left out. */
  readonly defaultRules?: boolean;
  /** Of the catalogue's rules these packs alone. */
  readonly packs?: readonly string[];
  readonly only?: EngineName | undefined;
  /** Which libraries there are is all that is wanted: nothing is looked up. */
  readonly inventoryAlone?: boolean;
  readonly jobs?: number | undefined;
  /** Absolute: the store of `plumb db`; where this user has it when left out. */
  readonly advisories?: string;
  /** Absolute paths of files that the caller writes: they are not scanned, and neither is the baseline. */
  readonly outputs?: readonly string[];
  /** Absolute: where results of earlier scans are kept (`cacheFolder`). Nothing is kept when it is left out. */
  readonly cache?: string | undefined;
  /** A branch, tag or commit: only what is new since the work tree parted from it is reported. */
  readonly diff?: string | undefined;
  /** Absolute paths of documents that say which vulnerabilities do no harm: OpenVEX, CycloneDX, CSAF. */
  readonly vex?: readonly string[];
  /** Absolute path of an earlier JSON report. */
  readonly baseline?: string | undefined;
  /** Absolute: a container image (docker save, OCI layout) that is scanned in place of `paths`. */
  readonly image?: string | undefined;
  /** Shape: `linux/arm64`: which of the images in it. */
  readonly platform?: string | undefined;
  /** Absolute: the root folder of a system that is scanned in place of `paths`. */
  readonly rootfs?: string | undefined;
  /** Whether manifests without a lock are resolved, and how; what they name themselves is told without it. */
  readonly resolve?: ResolveRequest | undefined;
  readonly project?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** Whether the report is to say what rules, files and parts of the scan took. */
  readonly measured?: boolean | undefined;
  /** Hears of the commit that `diff` comes to. */
  readonly onBase?: (commit: string) => void;
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
  const phases: Record<string, number> = {};
  const clock = stopwatch(options, phases);
  const system = await openSystem(options);
  if (system) clock('walk');
  try {
    return withPhases(await scanned(options, system, clock), phases);
  } finally {
    system?.close();
  }
}

type Clock = (phase: Phase) => void;

async function scanned(options: ScanOptions, system: OpenSystem | undefined, clock: Clock): Promise<Report> {
  const target = targetOf(system ? [] : options.paths, options.cwd);
  const knowledge = await loadKnowledge({ ...ruleChoice(target, options), cache: options.cache });
  clock('rules');
  const walked = system?.walked ?? walkTarget(target, options.only !== 'sca', options);
  if (!system) clock('walk');
  const looking = { target, knowledge, walked, options, clock };
  const looked = await (system ? lookAtInstalled(system, looking) : lookAt(looking));

  const isNew = options.diff !== undefined;
  const seen = { target, knowledge, walked, ...looked, project: options.project, system, isWhole: !isNew };
  for (const it of skipsOf(seen)) options.onSkip?.(it);
  const report = withDecisions(assemble(seen), target, { vex: options.vex ?? [], isWhole: isOfAll(options) });
  const compared = comparedWith(options.baseline, report);
  clock('report');
  return compared;
}

/** Whether all of the project was looked at, in every way. */
function isOfAll({ diff, only, paths, image, rootfs }: ScanOptions): boolean {
  return [diff, only, image, rootfs].every((it) => it === undefined) && paths.length === 0;
}

function withPhases(report: Report, phases: Readonly<Record<string, number>>): Report {
  const { cost } = report.stats;
  return cost ? { ...report, stats: { ...report.stats, cost: { ...cost, phases } } } : report;
}

function comparedWith(baseline: string | undefined, report: Report): Report {
  return baseline === undefined ? report : { ...report, findings: againstBaseline(report.findings, baseline) };
}

/** What is scanned in place of a project. Errors: as `openImage` and `openRootfs` */
async function openSystem({ image, rootfs, platform, signal }: ScanOptions): Promise<OpenSystem | undefined> {
  if (image !== undefined) return openImage(image, { platform, signal });
  return rootfs === undefined ? undefined : openRootfs(rootfs);
}

async function lookAtInstalled(
  { files, attributed }: OpenSystem,
  { target, knowledge, options, clock }: Looking,
): Promise<Changes> {
  const places = placesOf(target.config, knowledge, options);
  const libraries = await lookAtSystem(files, target.root, places, attributed);
  clock('sca');
  return { code: undefined, libraries };
}

interface Looking {
  readonly target: Target;
  readonly knowledge: Knowledge;
  readonly walked: Walked;
  readonly options: ScanOptions;
  readonly clock: Clock;
}

function placesOf(
  { advisories, db, exposure }: Config,
  { health }: Knowledge,
  { advisories: store = advisoriesFolder(), inventoryAlone, signal, onProgress }: ScanOptions,
): AdvisoryPlaces {
  const known = { store, own: advisories, publicKey: db.publicKey, maxAge: db.maxAge };
  return { ...known, exposure, health, inventoryAlone, signal, onProgress };
}

/** How packages are read when manifests are resolved; undefined when they are not. */
function readerFor(config: Config, { resolve }: ScanOptions): Changing['readPackages'] {
  return resolve && (async (root, files) => readResolved(root, files, resolve, config));
}

/** At all of the project, or at what is new in it. */
async function lookAt({ target, knowledge, walked, options, clock }: Looking): Promise<Changes> {
  const { root, config } = target;
  const runs = (engine: EngineName): boolean => (options.only ?? engine) === engine;
  const places = placesOf(config, knowledge, options);
  const { files: now } = walked;
  const readPackages = runs('sca') ? readerFor(config, options) : undefined;
  if (options.diff !== undefined) {
    const base = openBase(root, options.diff);
    options.onBase?.(base.commit);
    const then = walkTarget(target, runs('sast'), options, base.disk).files;
    const engines = { knowledge: runs('sast') ? knowledge : undefined, advisories: runs('sca') ? places : undefined };
    const changes = await lookAtChanges({ root, now, then, base, options, readPackages, ...engines });
    clock('sast');
    return changes;
  }
  const read = await readPackages?.(root, now);
  const asked = { root, files: now, places, cache: options.cache };
  const seen = async (): Promise<Libraries> => (read ? lookAtLibraries(root, now, places, read) : keptLibraries(asked));
  const libraries = runs('sca') ? await seen() : undefined;
  clock('sca');
  const links = libraries?.findings.some((it) => it.package !== undefined) ?? false;
  const code = runs('sast')
    ? joined(await lookAtCode(root, now, knowledge, { ...options, links }), knowledge)
    : undefined;
  clock('sast');
  const isAll = options.paths.length === 0 && config.include.length === 0;
  return { libraries: reached({ root, libraries, code, walked, knowledge, isAll }), code };
}

function stopwatch({ onPhase }: ScanOptions, phases: Record<string, number>): (phase: Phase) => void {
  let last = performance.now();
  return (phase) => {
    const now = performance.now();
    onPhase?.(phase, now - last);
    phases[phase] = Math.round(now - last);
    last = now;
  };
}

function walkTarget(
  { root, paths, config }: Target,
  sources: boolean,
  options: ScanOptions,
  disk: Disk = realDisk,
): Walked {
  const level = (lines: readonly string[]): Level | undefined =>
    lines.length === 0 ? undefined : { folder: config.folder, patterns: patternsOf(lines) };
  const unwanted = sources ? unreadName : (): 'not-asked' => 'not-asked';
  return walk({
    root,
    disk,
    targets: paths,
    unwanted(path, isRunnable) {
      const reason = unwanted(path);
      if (reason === undefined || isManifest(path) || readsParts(path)) return undefined;
      return reason === 'not-asked' && hasOddName(path) && isRunnable() ? undefined : reason;
    },
    missed: (path) => isManifest(path) || languageOf(path) !== undefined,
    maxBytes(path, isRunnable) {
      if (readsParts(path) || (isRunnable && hasOddName(path))) return Infinity;
      return isManifest(path) ? largestManifest : largestSource;
    },
    own: new Set([...(options.outputs ?? []), options.baseline ?? '']),
    exclude: level(config.exclude),
    include: level(config.include),
  });
}
