import type { Evidence, Fingerprint } from '@plumbline/core';
import type { Store } from './store.ts';
import type { FindingBody, State } from './tables.ts';

export interface StoredFinding {
  readonly id: string;
  readonly project: string;
  readonly status: string;
  readonly state: State;
  readonly body: FindingBody;
  readonly firstSeen: Date;
  readonly lastSeen: Date;
  readonly fingerprints: readonly Fingerprint[];
  readonly evidence: readonly StoredEvidence[];
  readonly branches: readonly { readonly name: string; readonly state: State; readonly lastSeen: Date }[];
  readonly triage: StoredTriage | undefined;
  readonly events: readonly {
    readonly kind: string;
    readonly detail: Readonly<Record<string, unknown>>;
    readonly by: string;
    readonly at: Date;
  }[];
}

export interface StoredEvidence {
  readonly evidence: Evidence;
  readonly hits: number;
  readonly firstSeen: Date;
  readonly lastSeen: Date;
}

export interface StoredTriage {
  readonly status: string;
  readonly reason: string | null;
  readonly comment: string;
  readonly by: string;
  readonly at: Date;
}

const mostEvents = 200;

/** All that is known of one finding. */
export async function readFinding(store: Store, id: string): Promise<StoredFinding | undefined> {
  const { db, org } = store;
  const row = await db
    .selectFrom('findings')
    .innerJoin('projects', (it) =>
      it.onRef('projects.org_id', '=', 'findings.org_id').onRef('projects.id', '=', 'findings.project_id'),
    )
    .select(['findings.project_id', 'projects.name as project', 'findings.status', 'findings.state', 'findings.body'])
    .select(['findings.first_seen as firstSeen', 'findings.last_seen as lastSeen'])
    .where('findings.org_id', '=', org)
    .where('findings.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const [evidence, fingerprints, branches, triage, events] = await Promise.all([
    readEvidence(store, id),
    db
      .selectFrom('fingerprints')
      .select(['algorithm', 'version', 'value'])
      .where('org_id', '=', org)
      .where('project_id', '=', row.project_id)
      .where('finding_id', '=', id)
      .orderBy('rank')
      .execute(),
    db
      .selectFrom('sightings')
      .select(['branch as name', 'state', 'last_seen as lastSeen'])
      .where('org_id', '=', org)
      .where('project_id', '=', row.project_id)
      .where('finding_id', '=', id)
      .orderBy('last_seen', 'desc')
      .limit(50)
      .execute(),
    readTriage(store, id),
    db
      .selectFrom('events')
      .select(['kind', 'detail', 'by', 'at'])
      .where('org_id', '=', org)
      .where('finding_id', '=', id)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(mostEvents)
      .execute(),
  ]);
  return { id, ...row, evidence, fingerprints, branches, triage, events };
}

/** What scans show first, then what services show, newest first. */
async function readEvidence({ db, org }: Store, id: string): Promise<StoredEvidence[]> {
  const rows = await db
    .selectFrom('evidence')
    .select(['body', 'hits', 'first_seen as firstSeen', 'last_seen as lastSeen'])
    .where('org_id', '=', org)
    .where('finding_id', '=', id)
    .orderBy('service', (it) => it.asc().nullsFirst())
    .orderBy('last_seen', 'desc')
    .orderBy('key')
    .execute();
  return rows.map(({ body, hits, ...times }) => ({ evidence: body, hits: Number(hits), ...times }));
}

async function readTriage({ db, org }: Store, id: string): Promise<StoredTriage | undefined> {
  return await db
    .selectFrom('triage')
    .select(['status', 'reason', 'comment', 'by', 'at'])
    .where('org_id', '=', org)
    .where('finding_id', '=', id)
    .executeTakeFirst();
}
