import { severities, type Evidence, type Finding, type Problem, type Report } from '@plumbline/core';
import { newId } from '../store/id.ts';
import { knownFindings } from '../store/known.ts';
import { inTransaction, type Store } from '../store/store.ts';
import type { State } from '../store/tables.ts';
import { loadedEvents } from './loaded-events.ts';
import { joinLoaded, replaceStaticEvidence, type EvidenceRow } from '../store/write-evidence.ts';
import { writeEvents, type FindingEvent } from '../store/write-events.ts';
import {
  closeFindings,
  mergeFindings,
  refreshFindings,
  writeFindings,
  writeSightings,
  type FindingRow,
} from '../store/write-findings.ts';
import { defaultBranch, holdProject, replacePackages, writeScan } from '../store/write-projects.ts';
import { boundReport } from './bound.ts';
import { planScan, type ScanPlan } from './plan-scan.ts';

/** What became of a report. */
export interface Ingested {
  readonly scan: string;
  readonly project: string;
  readonly findings: {
    readonly created: number;
    readonly kept: number;
    readonly reopened: number;
    readonly fixed: number;
    readonly removed: number;
  };
  /** What of the report was not taken. */
  readonly notes: readonly Problem[];
}

/** Takes a scan's report in: all of it, or nothing. Taking it in again changes nothing but when it was last seen. */
export async function ingestScan(store: Store, sent: Report, now: Date): Promise<Ingested> {
  const { report, notes } = boundReport(sent);
  const branch = report.project.branch ?? '';
  return await inTransaction(store, async (transaction) => {
    const project = await holdProject(transaction, report.project.name);
    const scan = newId(now);
    await writeScan(transaction, { id: scan, project, report, at: now });
    if (!report.coverage || report.coverage.kinds.includes('library')) {
      await replacePackages(transaction, project, { branch, packages: report.packages });
    }
    const plan = planScan({
      known: await knownFindings(transaction, project),
      report,
      branch,
      defaultBranch: await defaultBranch(transaction, project, branch),
      newId: () => newId(now),
    });
    await applyPlan(transaction, plan, { project, scan, branch, now });
    return { scan, project, findings: countsOf(plan), notes };
  });
}

interface Moment {
  readonly project: string;
  readonly scan: string;
  readonly branch: string;
  readonly now: Date;
}

async function applyPlan(store: Store, plan: ScanPlan, { project, scan, branch, now }: Moment): Promise<void> {
  const rowOf = (id: string, finding: Finding, state: State, reopened: boolean): FindingRow => {
    const { evidence: _, fingerprints, ...body } = finding;
    const severity = severities.indexOf(finding.severity);
    return { id, project, body, severity, fingerprints, static: true, state, reopened, seen: now };
  };
  const present = [...plan.created, ...plan.kept];
  const ids = present.map((it) => it.id);
  await writeFindings(store, [
    ...plan.created.map((it) => rowOf(it.id, it.finding, 'open', false)),
    ...plan.kept.map((it) => rowOf(it.id, it.finding, it.state, it.reopened)),
  ]);
  await writeSightings(store, ids, { project, branch, scan, at: now });
  await replaceStaticEvidence(
    store,
    ids,
    present.flatMap((it) => evidenceRows(it.id, it.finding.evidence, now)),
  );
  await mergeFindings(store, project, plan.merged);
  await closeFindings(store, plan.closed, { project, branch, at: now });
  const joined = await joinLoaded(store, project);
  await refreshFindings(store, [
    ...new Set([...ids, ...plan.closed.map((it) => it.id), ...joined.map((it) => it.finding)]),
  ]);
  await writeEvents(store, [...eventsOf(plan, scan), ...loadedEvents(joined)], { by: 'scan', at: now });
}

const scanned = new Set<Evidence['is']>(['match', 'flow', 'declared', 'unimported', 'reached']);

/** A scan's evidence by its kind and place: a finding may have several flows. Runtime evidence comes from agents alone. */
function evidenceRows(finding: string, evidence: readonly Evidence[], at: Date): EvidenceRow[] {
  return evidence
    .filter((it) => scanned.has(it.is))
    .map((it, index) => ({ finding, key: `${it.is}/${index}`, evidence: it, hits: 1, at }));
}

function eventsOf(plan: ScanPlan, scan: string): FindingEvent[] {
  return [
    ...plan.created.map(({ id }) => ({ finding: id, kind: 'created' as const, detail: { scan } })),
    ...plan.kept
      .filter((it) => it.reopened)
      .map(({ id }) => ({ finding: id, kind: 'reopened' as const, detail: { scan } })),
    ...plan.merged.map(({ into }) => ({ finding: into, kind: 'joined' as const, detail: { scan } })),
    ...plan.closed.filter((it) => it.changed).map(({ id, here }) => ({ finding: id, kind: here, detail: { scan } })),
  ];
}

function countsOf(plan: ScanPlan): Ingested['findings'] {
  const closed = plan.closed.filter((it) => it.changed);
  return {
    created: plan.created.length,
    kept: plan.kept.length,
    reopened: plan.kept.filter((it) => it.reopened).length,
    fixed: closed.filter((it) => it.here === 'fixed').length,
    removed: closed.filter((it) => it.here === 'removed').length,
  };
}
