import type { Model, Rule } from '@plumbline/catalog';
import type { FileLinks, Finding, Problem } from '@plumbline/core';
import { createAnalyser, type Analyser, type Analysis, type JoinPart, type Meter } from '@plumbline/sast';
import { performance } from 'node:perf_hooks';
import { isIn, type Area } from '../rules/area.ts';
import { suppress } from '../suppress/suppress.ts';
import { notWritten, readText } from '../walk/read.ts';
import type { SkipReason } from '../walk/skip.ts';
import type { WalkedFile } from '../walk/walk.ts';
import { installedWasm } from './wasm.ts';

/** What an engine is made of: plain values that can be posted to a worker. */
export interface EngineParts {
  /** Absolute. */
  readonly root: string;
  readonly rules: readonly Rule[];
  /** Folders with rules of their own, the deepest first. */
  readonly areas: readonly Area[];
  readonly models: readonly Model[];
  /** Units: bytes. */
  readonly maxBytes: number;
  /** Tells what every file and rule takes. */
  readonly measured?: boolean;
  /** `YYYY-MM-DD`, where a rule asks: results depend on it. */
  readonly today?: string;
  /** Whether to tell how files hang together. */
  readonly links?: boolean;
}

/** What one file took. Shape: `rules` = id, steps, milliseconds of each rule of patterns that looked at it. */
export interface Spent {
  readonly milliseconds: number;
  readonly rules: readonly (readonly [rule: string, work: number, milliseconds: number])[];
}

/** What came of one file. Shape: `digest` is that of the bytes it came of, where it will be the same for the same bytes. */
export type Looked =
  | {
      readonly is: 'analysed';
      readonly findings: readonly Finding[];
      readonly problems: readonly Problem[];
      /** Of rules that join findings of many files. */
      readonly parts?: readonly JoinPart[];
      readonly links?: readonly FileLinks[];
      readonly language: string | undefined;
      readonly lines: number;
      /** Lines of these that no grammar could read, where there are any. */
      readonly unread?: number;
      readonly bytes: number;
      /** Where it was asked for. */
      readonly spent?: Spent;
      readonly digest?: string;
    }
  | {
      readonly is: 'skipped';
      readonly reason: SkipReason;
      readonly problems: readonly Problem[];
      readonly digest?: string;
    };

/** Reads and analyses one file after the other. */
export interface Engine {
  readonly look: (file: WalkedFile) => Looked;
}

export function startEngine(parts: EngineParts): Engine {
  const analysers = new Map<string | undefined, Analyser>();
  let rules: [string, number, number][] = [];
  const clock = (): number => performance.now();
  const meter: Meter = { clock, spent: (...it) => rules.push(it) };

  function analyserFor(path: string): Analyser {
    const area = parts.areas.find((it) => isIn(path, it.folder));
    const known = analysers.get(area?.folder);
    if (known) return known;
    const made = createAnalyser({
      ...parts,
      ...installedWasm(),
      ...(area && { rules: area.rules }),
      ...(parts.measured && { meter }),
    });
    analysers.set(area?.folder, made);
    return made;
  }

  function analyse(path: string, text: string): Omit<Extract<Looked, { is: 'analysed' }>, 'bytes'> {
    try {
      const { findings, problems, language, lines, unread, comments, parts, links } = analyserFor(path).analyse({
        path,
        text,
      });
      const own = {
        findings: suppress(findings, text, comments),
        ...(parts.length > 0 && { parts: withSuppressions(parts, text, comments) }),
        ...(links.length > 0 && { links }),
      };
      return { is: 'analysed', ...own, problems, language, lines, ...(unread > 0 && { unread }) };
    } catch (error) {
      // The edge for our own bugs: one of them costs one file, once. What it left behind in an analyser is not used again.
      analysers.clear();
      return { is: 'analysed', findings: [], problems: [failure(path, error)], language: undefined, lines: 0 };
    }
  }

  return {
    look(file) {
      const content = readText(parts.root, file, parts.maxBytes);
      if (content.is === 'skipped') return content;
      const reason = file.named ? undefined : notWritten(content.text);
      const { bytes, digest } = content;
      if (reason !== undefined) return { is: 'skipped', reason, problems: [], digest };
      const started = clock();
      rules = [];
      const found = analyse(file.path, content.text);
      const spent = parts.measured ? { spent: { milliseconds: clock() - started, rules } } : {};
      const looked = { ...found, problems: [...content.problems, ...found.problems], bytes, ...spent };
      return looked.problems.some((it) => it.code === failed) ? looked : { ...looked, digest };
    },
  };
}

/** What may become findings, with the suppressions that these would have. */
function withSuppressions(
  parts: readonly JoinPart[],
  text: string,
  comments: Analysis['comments'],
): readonly JoinPart[] {
  const findings = suppress(
    parts.map((it) => it.finding),
    text,
    comments,
  );
  return parts.map((it, at) => ({ ...it, finding: findings[at]! }));
}

/** Our failures may be over with the next run: what comes of them is not kept. */
const failed = 'analysis-failed';

/** What is told of a file that we failed on. */
export function failure(file: string, error: unknown): Problem {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: failed, message: `Plumbline failed on this file, please report it: ${message}`, file };
}
