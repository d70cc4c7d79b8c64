import type { Problem } from '@plumbline/core';
import { createRuleCheck } from '@plumbline/sast';
import { duplicates, told } from '../rules/index.ts';
import { installedWasm } from '../run/wasm.ts';
import { ruleFilesAt } from './rule-files.ts';

/** Shape: `idle` = rules that hold, but are not run yet. */
export interface Validation {
  readonly files: number;
  readonly rules: number;
  readonly problems: readonly Problem[];
  readonly idle: readonly Problem[];
}

/**
 * Reads rules and models, and compiles every pattern and regular expression in them.
 *
 * Errors: `path-not-found`, `rules-not-found`.
 */
export function validateRules(paths: readonly string[], cwd: string): Validation {
  const files = ruleFilesAt(paths, cwd);
  const check = createRuleCheck(installedWasm());
  const rules = files.flatMap((it) => it.rules);
  const complaints = rules.flatMap((rule) =>
    check(rule).map((complaint) => ({ is: complaint.is, problem: told(rule, complaint) })),
  );
  const invalid = complaints.filter((it) => it.is === 'invalid').map((it) => it.problem);
  return {
    files: files.length,
    rules: rules.length,
    problems: [...files.flatMap((it) => it.problems), ...invalid, ...duplicates(rules)].toSorted(byPlace),
    idle: complaints.filter((it) => it.is === 'not-run').map((it) => it.problem),
  };
}

function byPlace(a: Problem, b: Problem): number {
  const [one, other] = [a.file ?? '', b.file ?? ''];
  return one === other ? (a.line ?? 0) - (b.line ?? 0) : one < other ? -1 : 1;
}
