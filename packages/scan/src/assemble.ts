import { relative, sep } from 'node:path';
import {
  reportVersion,
  severities,
  type Coverage,
  type Finding,
  type Problem,
  type Report,
  type ScanStats,
} from '@plumbline/core';
import type { Code } from './code.ts';
import { gitState } from './git.ts';
import type { OpenSystem } from './images/index.ts';
import type { Libraries } from './libraries.ts';
import { everyRule, type Knowledge } from './rules/index.ts';
import { projectName, type Target } from './target.ts';
import { toolVersion } from './version.ts';
import type { Skip } from './walk/skip.ts';
import type { Walked } from './walk/walk.ts';

/** All that is known when everything was looked at. An engine that did not run has no part. */
export interface Seen {
  readonly target: Target;
  readonly knowledge: Knowledge;
  readonly walked: Walked;
  readonly code: Code | undefined;
  readonly libraries: Libraries | undefined;
  readonly project: string | undefined;
  /** What was scanned in place of a project. */
  readonly system: OpenSystem | undefined;
  /** Whether all of the findings are there, not the new ones alone. */
  readonly isWhole: boolean;
}

/** Puts the report together, in an order that depends on the project alone. */
export function assemble(seen: Seen): Report {
  const { knowledge, walked, code, libraries } = seen;
  const problems = [...walked.problems, ...(code?.problems ?? []), ...(libraries?.problems ?? [])];
  return {
    version: reportVersion,
    tool: { name: 'plumbline', version: toolVersion() },
    ...identityOf(seen),
    coverage: coverageOf(seen),
    findings: inOrder([...(code?.findings ?? []), ...(libraries?.findings ?? [])]),
    packages: libraries?.packages ?? [],
    problems: [...knowledge.problems, ...problemsInOrder(once(problems))],
    stats: statsOf(seen),
  };
}

/** A system has a name of its own, and no history. */
function identityOf({ target, project, system }: Seen): Pick<Report, 'project' | 'image'> {
  if (!system) return { project: { name: project ?? projectName(target), ...gitState(target.root) } };
  return { project: { name: project ?? system.name }, ...(system.image && { image: system.image }) };
}

function coverageOf({ target, knowledge, code, libraries, isWhole }: Seen): Coverage {
  // What was known before is left out of such a report on purpose: nothing counts as fixed for that.
  if (!isWhole) return { kinds: [], paths: [], rules: [] };
  const paths = target.paths.map((it) => relative(target.root, it).replaceAll(sep, '/'));
  return {
    // Without advisories nobody has looked for vulnerable libraries.
    kinds: [...(code ? (['code'] as const) : []), ...(libraries?.advisories ? (['library'] as const) : [])],
    paths: paths.filter((it) => it !== ''),
    rules: code ? everyRule(knowledge).map((it) => it.id) : [],
  };
}

/** Everything that was left out, by the walk and by a look at the content. */
export function skipsOf({ walked, code }: Seen): readonly Skip[] {
  return [...walked.skips, ...(code?.skips ?? [])].toSorted((a, b) => compare(a.path, b.path));
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    ({ location: a, rule: one, severity }, { location: b, rule: other, severity: otherSeverity }) =>
      compare(a.file, b.file) ||
      a.start.line - b.start.line ||
      a.start.column - b.start.column ||
      compare(one, other) ||
      severities.indexOf(severity) - severities.indexOf(otherSeverity),
  );
}

/** What is wrong with a rule every worker tells; it is said once. */
function once(problems: readonly Problem[]): readonly Problem[] {
  const told = new Set<string>();
  return problems.filter(({ code, message, file }) => {
    if (file !== undefined) return true;
    const text = `${code} ${message}`;
    return !told.has(text) && told.add(text);
  });
}

function problemsInOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => compare(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function statsOf(seen: Seen): ScanStats {
  const { knowledge, code, libraries } = seen;
  const files = code?.files ?? [];
  const read = new Set([...files.map((it) => it.path), ...(libraries?.files ?? [])]);
  const reasons = skipsOf(seen).map((it): [string, number] => [it.reason, 1]);
  const languages = files.map((it): [string, number] => [it.language ?? '', it.lines]);
  const unread = files.map((it): [string, number] => [it.language ?? '', it.unread]).filter(([, lines]) => lines > 0);
  return {
    files: read.size,
    lines: files.reduce((sum, it) => sum + it.lines, 0),
    bytes: files.reduce((sum, it) => sum + it.bytes, 0),
    skipped: totals(reasons),
    languages: totals(languages.filter(([name]) => name !== '')),
    ...(unread.length > 0 && { unread: totals(unread) }),
    rules: code ? everyRule(knowledge).length : 0,
    ...(code && { ruleSources: knowledge.sources }),
    ...(libraries?.advisories ? { advisories: libraries.advisories } : {}),
    ...(code?.cost && { cost: { phases: {}, ...code.cost } }),
  };
}

function totals(parts: readonly (readonly [string, number])[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [name, number] of parts) sums.set(name, (sums.get(name) ?? 0) + number);
  return Object.fromEntries([...sums].toSorted(([a], [b]) => compare(a, b)));
}
