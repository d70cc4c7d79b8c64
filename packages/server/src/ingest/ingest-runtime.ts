import { createHash } from 'node:crypto';
import { severities, type Problem, type RuntimeReport } from '@plumbline/core';
import { newId } from '../store/id.ts';
import { knownPlaces } from '../store/known.ts';
import { inTransaction, type Store } from '../store/store.ts';
import { addEvidence, joinLoaded, servicesShowing, trimEvidence } from '../store/write-evidence.ts';
import { writeEvents, type FindingEvent } from '../store/write-events.ts';
import { refreshFindings, reopenFindings, writeFindings } from '../store/write-findings.ts';
import { holdProject, writeExecuted, writeLoaded, writeReceipt, writeService } from '../store/write-projects.ts';
import { boundRuntime } from './bound.ts';
import { loadedEvents } from './loaded-events.ts';
import { requestKey } from './evidence-key.ts';
import { planRuntime, type RuntimePlan } from './plan-runtime.ts';

/** What became of a service's report. */
export interface RuntimeIngested {
  readonly service: string;
  readonly findings: { readonly created: number; readonly joined: number };
  /** The very same report had arrived before, and was not counted again. */
  readonly repeated: boolean;
  readonly notes: readonly Problem[];
}

/** Takes a service's report in: its findings join those of scans, its loaded packages the vulnerable libraries. */
export async function ingestRuntime(store: Store, sent: RuntimeReport, now: Date): Promise<RuntimeIngested> {
  const { report, notes } = boundRuntime(sent, now);
  const hash = createHash('sha256').update(JSON.stringify(sent)).digest();
  return await inTransaction(store, async (transaction) => {
    const project = await holdProject(transaction, report.service.project);
    const service = await writeService(transaction, project, { report, at: now });
    if (!(await writeReceipt(transaction, hash, now))) {
      return { service, findings: { created: 0, joined: 0 }, repeated: true, notes };
    }
    const seen = { packages: report.packages, version: report.service.version };
    await writeLoaded(transaction, service, seen);
    await writeExecuted(transaction, service, seen);
    const rules = [...new Set(report.findings.map((it) => it.rule))];
    const plan = planRuntime(await knownPlaces(transaction, project, rules), report.findings, () => newId(now));
    await applyPlan(transaction, plan, project, now);
    const { length: created } = plan.created;
    const joined = new Set(plan.seen.map((it) => it.id)).size - created;
    return { service, findings: { created, joined }, repeated: false, notes };
  });
}

async function applyPlan(store: Store, plan: RuntimePlan, project: string, now: Date): Promise<void> {
  await writeFindings(
    store,
    plan.created.map(({ id, finding }) => {
      const { evidence: _, fingerprints, ...body } = finding;
      const severity = severities.indexOf(finding.severity);
      const code = { ...body, kind: 'code' as const };
      return {
        id,
        project,
        body: code,
        severity,
        fingerprints,
        static: false,
        state: 'open',
        reopened: false,
        seen: now,
      };
    }),
  );
  const ids = [...new Set(plan.seen.map((it) => it.id))];
  const before = await servicesShowing(store, ids);
  await addEvidence(
    store,
    plan.seen.flatMap(({ id, evidence }) =>
      evidence.map((it) => ({ finding: id, key: requestKey(it), evidence: it, hits: it.count, at: new Date(it.at) })),
    ),
  );
  await trimEvidence(store, ids);
  await reopenFindings(store, plan.reopened, now);
  const joined = await joinLoaded(store, project);
  await refreshFindings(store, [...new Set([...ids, ...joined.map((it) => it.finding)])]);
  await writeEvents(
    store,
    [
      ...plan.created.map(({ id }) => ({ finding: id, kind: 'created' as const })),
      ...plan.reopened.map((id) => ({ finding: id, kind: 'reopened' as const })),
      ...shownEvents(plan, before),
      ...loadedEvents(joined),
    ],
    { by: 'agent', at: now },
  );
}

/** A service is told of once for each finding that it shows. */
function shownEvents({ seen }: RuntimePlan, before: ReadonlySet<string>): FindingEvent[] {
  const pairs = new Map<string, FindingEvent>();
  for (const { id, evidence } of seen) {
    for (const { service } of evidence) {
      const pair = `${id} ${service}`;
      if (!before.has(pair)) pairs.set(pair, { finding: id, kind: 'shown', detail: { service } });
    }
  }
  return [...pairs.values()];
}
