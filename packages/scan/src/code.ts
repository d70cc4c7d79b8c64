import type { Cost, FileLinks, Finding, Problem } from '@plumbline/core';
import { joinFindings, type JoinPart } from '@plumbline/sast';
import { costOf } from './cost.ts';
import { isManifest } from '@plumbline/sca';
import type { Knowledge } from './rules/index.ts';
import type { Looked } from './run/engine.ts';
import { look, type RunOptions } from './run/run.ts';
import { unreadName } from './walk/excludes.ts';
import type { Skip } from './walk/skip.ts';
import type { WalkedFile } from './walk/walk.ts';

/** What the static engine saw, over all files. */
export interface Code {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly skips: readonly Skip[];
  readonly files: readonly AnalysedFile[];
  /** What rules that join findings of many files have found in each. */
  readonly parts: readonly JoinPart[];
  /** How the files hang together, of languages where that is known. */
  readonly links: readonly LinkedFile[];
  readonly cost?: Omit<Cost, 'phases'>;
}

export interface LinkedFile {
  readonly path: string;
  readonly links: readonly FileLinks[];
}

export interface AnalysedFile {
  readonly path: string;
  readonly language: string | undefined;
  readonly lines: number;
  readonly unread: number;
  readonly bytes: number;
}

/** Units: bytes. People do not write files above it. */
export const largestSource = 2 * 2 ** 20;

/** Manifests are walked, too; some of them are no sources. */
export function isSource({ path, size, named }: WalkedFile): boolean {
  // Not known of a file that a partial clone lacks.
  return !(size > largestSource) && (named || unreadName(path) === undefined);
}

/** Files of any size are walked that may be programs. Those that manifests are have readers of their own. */
function isTooLarge({ path, size }: WalkedFile): boolean {
  return size > largestSource && !isManifest(path);
}

/** Analyses the sources among the files. */
export async function lookAtCode(
  root: string,
  walked: readonly WalkedFile[],
  { rules, areas, models }: Knowledge,
  options: RunOptions & { readonly links?: boolean },
): Promise<Code> {
  const { links = false } = options;
  const files = rules.length + areas.length === 0 && !links ? [] : walked.filter(isSource);
  const parts = { root, rules, areas, models, maxBytes: largestSource, links, ...dayFor([rules, areas]) };
  const { measured = false } = options;
  let cached = 0;
  const all = await look(files, { ...parts, measured }, { ...options, onKnown: (count) => (cached = count) });
  return {
    ...(measured && { cost: { cached, ...costOf(files, all) } }),
    findings: all.flatMap((it) => (it.is === 'analysed' ? it.findings : [])),
    problems: all.flatMap((it) => it.problems),
    skips: [
      ...walked.filter(isTooLarge).map(({ path }) => ({ path, reason: 'too-large' as const })),
      ...all.flatMap((it, at) => (it.is === 'skipped' ? [{ path: files[at]!.path, reason: it.reason }] : [])),
    ],
    files: all.flatMap((it, at) => analysed(files[at]!.path, it)),
    parts: all.flatMap((it) => (it.is === 'analysed' ? (it.parts ?? []) : [])),
    links: all.flatMap((it, at) =>
      it.is === 'analysed' && it.links ? [{ path: files[at]!.path, links: it.links }] : [],
    ),
  };
}

/** Whether findings of some rules are of several files at once. */
export function joinsFiles({ rules }: Knowledge): boolean {
  return rules.some((it) => it.mode === 'join');
}

/** The same with what several files say together; `others` are files that were looked at beside. */
export function joined(code: Code, { rules }: Knowledge, others: Code['parts'] = []): Code {
  const { findings, problems } = joinFindings(rules, [...code.parts, ...others]);
  return { ...code, findings: [...code.findings, ...findings], problems: [...code.problems, ...problems] };
}

/** What day it is, for rules that ask: with it in their key, results of other days are no longer right. */
function dayFor(rules: unknown): { readonly today?: string } {
  return JSON.stringify(rules).includes('today()') ? { today: new Date().toISOString().slice(0, 10) } : {};
}

function analysed(path: string, it: Looked): readonly AnalysedFile[] {
  return it.is === 'analysed'
    ? [{ path, language: it.language, lines: it.lines, unread: it.unread ?? 0, bytes: it.bytes }]
    : [];
}
