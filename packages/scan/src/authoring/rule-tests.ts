import { readFileSync } from 'node:fs';
import { dirname, join, basename } from 'node:path';
import { annotationsIn, sampleText, type Annotation, type Rule } from '@plumbline/catalog';
import type { Problem } from '@plumbline/core';
import { createAnalyser, type Analyser } from '@plumbline/sast';
import { bundled, withoutIdle } from '../rules/index.ts';
import { installedWasm } from '../run/wasm.ts';
import { anywhere, catalogueFolders, ruleFilesAt, samplesOf, type RuleFile } from './rule-files.ts';

/** A line where a rule did not do what its sample says. */
export interface RuleTestFailure {
  readonly is: 'missing' | 'unexpected';
  readonly rule: string;
  readonly file: string;
  readonly line: number;
}

/**
 * Shape: `passed` and `failures` count lines; `untested` are rules without an annotation. Rules that are not run yet are
 *        among the problems.
 */
export interface RuleTests {
  readonly rules: number;
  readonly samples: number;
  readonly passed: number;
  readonly failures: readonly RuleTestFailure[];
  readonly untested: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Runs rules over the samples beside them. Without paths those of the catalogue.
 *
 * Errors: `path-not-found`, `rules-not-found`.
 */
export function testRules(paths: readonly string[], cwd: string): RuleTests {
  const read = ruleFilesAt(paths.length > 0 ? paths : catalogueFolders(), cwd);
  const files = read.map((it) => ({ ...it, ...withoutIdle(it) }));
  const models = [...(paths.length > 0 ? bundled().models : []), ...files.flatMap((it) => it.models)];
  const rules = files.flatMap((it) => it.rules.map(anywhere));
  const analyser = createAnalyser({ ...installedWasm(), rules, models });
  const tested = files.filter((it) => it.rules.length > 0).map((it) => testFile(it, analyser));
  return {
    rules: rules.length,
    samples: tested.reduce((sum, it) => sum + it.samples, 0),
    passed: tested.reduce((sum, it) => sum + it.passed, 0),
    failures: tested.flatMap((it) => it.failures),
    untested: tested.flatMap((it) => it.untested),
    problems: [...files.flatMap((it) => it.problems), ...tested.flatMap((it) => it.problems)],
  };
}

type Tested = Omit<RuleTests, 'rules'>;

function testFile(file: RuleFile, analyser: Analyser): Tested {
  const paths = samplesOf(file);
  const seen = paths.map((path) => testSample(path, file, analyser));
  const named = new Set(seen.flatMap((it) => it.named));
  return {
    samples: paths.length,
    passed: seen.reduce((sum, it) => sum + it.passed, 0),
    failures: seen.flatMap((it) => it.failures),
    untested: file.rules.map((it) => it.id).filter((it) => !named.has(it)),
    problems: seen.flatMap((it) => it.problems),
  };
}

interface Sample {
  readonly passed: number;
  readonly failures: readonly RuleTestFailure[];
  readonly problems: readonly Problem[];
  readonly named: readonly string[];
}

function testSample(path: string, { rules, shown }: RuleFile, analyser: Analyser): Sample {
  const file = join(dirname(shown), basename(path));
  const text = sampleText(file, readFileSync(path, 'utf8'));
  const annotations = annotationsIn(text);
  const { findings, problems } = analyser.analyse({ path: file, text });
  const results = rules.map((rule) => {
    const found = findings.filter((it) => it.rule === rule.id).map((it) => it.location.start.line);
    return { rule: rule.id, ...compared(linesOf(annotations, rule), new Set(found)) };
  });
  return {
    passed: results.reduce((sum, it) => sum + it.passed, 0),
    failures: results
      .flatMap(({ rule, missing, unexpected }) => [
        ...missing.map((line) => ({ is: 'missing' as const, rule, file, line })),
        ...unexpected.map((line) => ({ is: 'unexpected' as const, rule, file, line })),
      ])
      .toSorted((a, b) => a.line - b.line),
    problems: problems.filter((it) => it.code === 'rule-invalid'),
    named: results.filter((it) => it.asked > 0).map((it) => it.rule),
  };
}

type Lines = Readonly<Record<Annotation['is'], ReadonlySet<number>>>;

/** Registries put a rule's folder before its id. */
function linesOf(annotations: readonly Annotation[], { id }: Rule): Lines {
  const own = annotations.filter((it) => it.rule === id || it.rule.endsWith(`.${id}`));
  const of = (is: Annotation['is']): Set<number> => new Set(own.filter((it) => it.is === is).map((it) => it.line));
  return { ruleid: of('ruleid'), ok: of('ok'), todoruleid: of('todoruleid'), todook: of('todook') };
}

function compared(
  lines: Lines,
  found: ReadonlySet<number>,
): { asked: number; passed: number; missing: number[]; unexpected: number[] } {
  const missing = [...lines.ruleid].filter((it) => !found.has(it));
  const isOpen = (line: number): boolean => lines.todoruleid.has(line) || lines.todook.has(line);
  const unexpected = [...found].filter((it) => !lines.ruleid.has(it) && !isOpen(it));
  const silent = [...lines.ok].filter((it) => !found.has(it)).length;
  const asked = lines.ruleid.size + lines.ok.size + lines.todoruleid.size + lines.todook.size;
  return { asked, passed: lines.ruleid.size - missing.length + silent, missing, unexpected };
}
