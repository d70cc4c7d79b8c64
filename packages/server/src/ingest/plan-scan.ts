import { matchFindings, type Coverage, type Finding, type Report } from '@plumbline/core';
import type { Known } from '../store/known.ts';
import type { State } from '../store/tables.ts';
import { byLine, distance, nearest } from './place.ts';

/** A finding of the report that was known before. */
export interface Kept {
  readonly id: string;
  readonly finding: Finding;
  readonly state: State;
  /** It was closed, and is back. */
  readonly reopened: boolean;
}

/** A known finding that the report lacks, though its scan looked. */
export interface Closed {
  readonly id: string;
  /** What this branch says of it now. */
  readonly here: 'fixed' | 'removed';
  /** What all branches say together. */
  readonly state: State;
  readonly changed: boolean;
}

/** What a report changes; pure, so that it can be tested without a database. */
export interface ScanPlan {
  readonly created: readonly { readonly id: string; readonly finding: Finding }[];
  readonly kept: readonly Kept[];
  readonly closed: readonly Closed[];
  /** Findings that only a service had shown, and that turn out to be one with another. */
  readonly merged: readonly { readonly from: string; readonly into: string }[];
}

export interface ScanInput {
  readonly known: readonly Known[];
  readonly report: Pick<Report, 'findings' | 'coverage' | 'problems' | 'stats'>;
  readonly branch: string;
  readonly defaultBranch: string;
  readonly newId: () => string;
}

/**
 * What a scan's report changes in what is known.
 *
 * Findings are recognised by their fingerprints, open ones first. What remains is compared, by place, with findings
 * that only a running service has shown: those become one with the scan's. A finding that the report lacks is closed
 * only if the scan looked where it was.
 */
export function planScan(input: ScanInput): ScanPlan {
  const { known, report } = input;
  const looked = lookedAt(report);
  const candidates = known.filter((it) => it.static && looked(it) !== 'not');
  const open = matchFindings(
    candidates.filter((it) => it.state === 'open'),
    report.findings,
  );
  const closed = matchFindings(
    candidates.filter((it) => it.state !== 'open'),
    open.fresh,
  );
  const owners = new Map<Finding, Known>([...open.pairs, ...closed.pairs].map((it) => [it.current, it.previous]));
  const shown = known.filter((it) => !it.static && it.kind === 'code');
  const merged = joinByPlace(shown, report.findings, owners);
  const created = report.findings.filter((it) => !owners.has(it)).map((finding) => ({ id: input.newId(), finding }));
  const idOf = new Map<Finding, string>([
    ...Array.from(owners, ([finding, { id }]) => [finding, id] as const),
    ...created.map(({ finding, id }) => [finding, id] as const),
  ]);
  return {
    created,
    kept: Array.from(owners, ([finding, previous]) => keep(previous, finding, input)),
    closed: [...open.gone, ...closed.gone].flatMap((it) => close(it, looked(it), input)),
    merged: merged.map(({ from, finding }) => ({ from, into: idOf.get(finding)! })),
  };
}

/** Whether a scan looked where a finding was: it did; it did, but without the rule; it did not; or nobody says. */
type Looked = 'yes' | 'without-rule' | 'not' | 'unknown';

function lookedAt({ coverage, problems, stats }: ScanInput['report']): (finding: Known) => Looked {
  if (!coverage) return () => 'unknown';
  const unread = new Set(problems.map((it) => it.file));
  const rules = coverage.rules && new Set(coverage.rules);
  return ({ kind, rule, location: { file } }) => {
    if (!coverage.kinds.includes(kind) || !isWithin(file, coverage) || unread.has(file)) return 'not';
    if (kind === 'library') return stats.advisories ? 'yes' : 'not';
    return rules && !rules.has(rule) ? 'without-rule' : 'yes';
  };
}

function isWithin(file: string, { paths }: Coverage): boolean {
  return paths.length === 0 || paths.some((it) => it === '' || it === '.' || file === it || file.startsWith(`${it}/`));
}

/**
 * Gives what services alone have shown to the findings of a scan, nearest first. The first one at a finding that is new
 * hands on its id, and with it its history and triage: it becomes an owner. All others are to be merged.
 */
function joinByPlace(
  shown: readonly Known[],
  findings: readonly Finding[],
  owners: Map<Finding, Known>,
): { from: string; finding: Finding }[] {
  const near = byLine(findings);
  const found = shown.flatMap((it) => {
    const finding = nearest(it, near(it));
    return finding ? [{ it, finding, away: distance(it, finding) }] : [];
  });
  found.sort((a, b) => a.away - b.away || (a.it.id < b.it.id ? -1 : 1));

  const merged: { from: string; finding: Finding }[] = [];
  for (const { it, finding } of found) {
    if (owners.has(finding)) merged.push({ from: it.id, finding });
    else owners.set(finding, it);
  }
  return merged;
}

function keep(previous: Known, finding: Finding, { branch, defaultBranch }: ScanInput): Kept {
  const state = together({ ...previous.branches, [branch]: 'open' }, defaultBranch);
  return { id: previous.id, finding, state, reopened: state === 'open' && previous.state !== 'open' };
}

function close(previous: Known, looked: Looked, { branch, defaultBranch }: ScanInput): Closed[] {
  if (looked === 'not' || looked === 'unknown' || previous.branches[branch] === undefined) return [];
  const here = looked === 'yes' ? 'fixed' : 'removed';
  if (previous.branches[branch] !== 'open' && previous.state !== 'open') return [];
  const state = together({ ...previous.branches, [branch]: here }, defaultBranch);
  return [{ id: previous.id, here, state, changed: state !== previous.state }];
}

/** The default branch decides, where it has ever seen the finding; else it is open as long as any branch has it. */
function together(branches: Readonly<Record<string, State>>, defaultBranch: string): State {
  const states = Object.values(branches);
  return branches[defaultBranch] ?? (states.includes('open') ? 'open' : (states[0] ?? 'open'));
}
