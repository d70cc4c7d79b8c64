import type { Rule } from '@plumbline/catalog';
import type { Problem } from '@plumbline/core';
import { createRuleCheck } from '@plumbline/sast';
import { told } from '../rules.ts';
import { installedWasm } from '../run/wasm.ts';
import { ruleFilesAt, type RuleFile } from './rule-files.ts';

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
    problems: [...files.flatMap((it) => it.problems), ...invalid, ...twice(files)].toSorted(byPlace),
    idle: complaints.filter((it) => it.is === 'not-run').map((it) => it.problem),
  };
}

/** Of two rules with one id a scan would run the last. */
function twice(files: readonly RuleFile[]): Problem[] {
  const first = new Map<string, Rule>();
  return files.flatMap(({ rules }) =>
    rules.flatMap((rule) => {
      const known = first.get(rule.id);
      if (!known) first.set(rule.id, rule);
      const { line, column } = rule.origin?.parts['id'] ?? { line: 1, column: 1 };
      const reason = `there is another rule of this id in ${known?.origin?.file}`;
      return known ? [told(rule, { is: 'invalid', line, column, reason })] : [];
    }),
  );
}

function byPlace(a: Problem, b: Problem): number {
  const [one, other] = [a.file ?? '', b.file ?? ''];
  return one === other ? (a.line ?? 0) - (b.line ?? 0) : one < other ? -1 : 1;
}
