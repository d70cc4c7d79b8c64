import { sql } from 'kysely';
import type { Fingerprint } from '@plumbline/core';
import type { Store } from './store.ts';
import type { FindingBody, State } from './tables.ts';

/** A finding as a report describes it, and what the lists read of it. */
export interface FindingRow {
  readonly id: string;
  readonly project: string;
  readonly body: FindingBody;
  readonly severity: number;
  readonly fingerprints: readonly Fingerprint[];
  readonly static: boolean;
  readonly state: State;
  readonly reopened: boolean;
  readonly seen: Date;
}

/** Rows go over in portions: one statement a portion, and no parameter of it is too large. */
const portion = 1_000;

export function* portions<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += portion) yield rows.slice(from, from + portion);
}

/** Writes findings, new ones and known ones alike. What a known one was first seen with stays. */
export async function writeFindings({ db, org }: Store, rows: readonly FindingRow[]): Promise<void> {
  for (const some of portions(rows)) {
    await sql`
      insert into findings as f (org_id, id, project_id, kind, rule, title, severity, confidence, file, line, col, sink, purl,
        body, static, state, suppressed, first_seen, last_seen, reopened_at, search)
      select ${org}, r.* from jsonb_to_recordset(${JSON.stringify(some.map(columns))}) as r(
        id uuid, project_id uuid, kind text, rule text, title text, severity smallint, confidence text, file text,
        line int, col int, sink text, purl text, body jsonb, static boolean, state text, suppressed boolean,
        first_seen timestamptz, last_seen timestamptz, reopened_at timestamptz, search text)
      on conflict (org_id, id) do update set
        kind = excluded.kind, rule = excluded.rule, title = excluded.title, severity = excluded.severity,
        confidence = excluded.confidence, file = excluded.file, line = excluded.line, col = excluded.col, sink = excluded.sink,
        purl = excluded.purl, body = excluded.body, static = f.static or excluded.static, state = excluded.state,
        suppressed = excluded.suppressed, last_seen = greatest(f.last_seen, excluded.last_seen),
        closed_at = case when excluded.state = 'open' then null else f.closed_at end,
        reopened_at = coalesce(excluded.reopened_at, f.reopened_at), search = excluded.search`.execute(db);
  }
  await writeFingerprints({ db, org }, rows);
}

function columns({ id, project, body, severity, static: isStatic, state, reopened, seen }: FindingRow): object {
  const { kind, rule, title, confidence, location, sink } = body;
  return {
    id,
    project_id: project,
    kind,
    rule,
    title,
    severity,
    confidence,
    file: location.file,
    line: location.start.line,
    col: location.start.column,
    sink,
    purl: body.package && barePurl(body.package.purl),
    body,
    static: isStatic,
    state,
    suppressed: body.suppressions.length > 0,
    first_seen: seen,
    last_seen: seen,
    reopened_at: reopened ? seen : null,
    search: [title, rule, location.file, body.package?.purl, ...(body.package?.aliases ?? [])].join(' ').toLowerCase(),
  };
}

/** A package URL without qualifiers and subpath: what a lock file and a running service agree on. */
export function barePurl(purl: string): string {
  return purl.split(/[?#]/, 1)[0]!;
}

async function writeFingerprints({ db, org }: Store, rows: readonly FindingRow[]): Promise<void> {
  for (const some of portions(rows.filter((it) => it.fingerprints.length > 0))) {
    const ids = some.map((it) => it.id);
    const projects = [...new Set(some.map((it) => it.project))];
    await sql`
      delete from fingerprints
      where org_id = ${org} and project_id = any(${projects}) and finding_id = any(${ids})`.execute(db);
    const all = some.flatMap(({ id, project, fingerprints }) =>
      fingerprints.map((it, rank) => ({ ...it, project_id: project, finding_id: id, rank })),
    );
    await sql`
      insert into fingerprints (org_id, project_id, finding_id, rank, algorithm, version, value)
      select ${org}, r.* from jsonb_to_recordset(${JSON.stringify(all)}) as r(
        project_id uuid, finding_id uuid, rank smallint, algorithm text, version int, value text)
      on conflict do nothing`.execute(db);
  }
}

/** Notes that a branch has findings. */
export async function writeSightings(
  { db, org }: Store,
  ids: readonly string[],
  {
    project,
    branch,
    scan,
    at,
  }: { readonly project: string; readonly branch: string; readonly scan: string; readonly at: Date },
): Promise<void> {
  for (const some of portions(ids)) {
    await sql`
      insert into sightings as s (org_id, project_id, finding_id, branch, first_scan, last_scan, first_seen, last_seen)
      select ${org}, ${project}, id, ${branch}, ${scan}, ${scan}, ${at}, ${at} from unnest(${some}::uuid[]) as id
      on conflict (org_id, project_id, finding_id, branch) do update set
        last_scan = excluded.last_scan, last_seen = greatest(s.last_seen, excluded.last_seen), state = 'open'`.execute(
      db,
    );
  }
}

export interface Closing {
  readonly id: string;
  readonly here: State;
  readonly state: State;
}

/** Closes findings on a branch, and altogether where nothing else keeps them open. */
export async function closeFindings(
  { db, org }: Store,
  closings: readonly Closing[],
  { project, branch, at }: { readonly project: string; readonly branch: string; readonly at: Date },
): Promise<void> {
  for (const some of portions(closings)) {
    const rows = sql`jsonb_to_recordset(${JSON.stringify(some)}) as r(id uuid, here text, state text)`;
    await sql`
      update sightings s set state = r.here from ${rows}
      where s.org_id = ${org} and s.project_id = ${project} and s.finding_id = r.id and s.branch = ${branch}`.execute(
      db,
    );
    await sql`
      update findings f set state = r.state, closed_at = case when r.state = 'open' then null else coalesce(closed_at, ${at}) end
      from ${rows} where f.org_id = ${org} and f.id = r.id`.execute(db);
  }
}

/** Opens closed findings again. */
export async function reopenFindings({ db, org }: Store, ids: readonly string[], at: Date): Promise<void> {
  await sql`
    update findings set state = 'open', closed_at = null, reopened_at = ${at}
    where org_id = ${org} and id = any(${ids})`.execute(db);
}

/** Makes findings part of others: their evidence and history go over, their triage where the other has none. */
export async function mergeFindings(
  { db, org }: Store,
  project: string,
  merges: readonly { readonly from: string; readonly into: string }[],
): Promise<void> {
  if (merges.length === 0) return;
  const rows = sql`jsonb_to_recordset(${JSON.stringify(merges)}) as r("from" uuid, "into" uuid)`;
  await sql`
    insert into evidence as e (org_id, finding_id, key, kind, service, environment, body, hits, first_seen, last_seen)
    select distinct on (r.into, o.key) o.org_id, r.into, o.key, o.kind, o.service, o.environment, o.body,
      sum(o.hits) over (partition by r.into, o.key), min(o.first_seen) over (partition by r.into, o.key), o.last_seen
    from evidence o join ${rows} on o.finding_id = r.from where o.org_id = ${org}
    order by r.into, o.key, o.last_seen desc
    on conflict (org_id, finding_id, key) do update set
      hits = e.hits + excluded.hits, first_seen = least(e.first_seen, excluded.first_seen),
      last_seen = greatest(e.last_seen, excluded.last_seen),
      body = case when excluded.last_seen >= e.last_seen then excluded.body else e.body end`.execute(db);
  await sql`
    insert into triage (org_id, finding_id, status, reason, comment, by, at)
    select distinct on (r.into) t.org_id, r.into, t.status, t.reason, t.comment, t.by, t.at
    from triage t join ${rows} on t.finding_id = r.from where t.org_id = ${org} order by r.into, t.at desc
    on conflict do nothing`.execute(db);
  await sql`
    update events e set finding_id = r.into from ${rows} where e.org_id = ${org} and e.finding_id = r.from`.execute(db);
  await sql`
    update findings f set first_seen = least(f.first_seen, o.first_seen), last_seen = greatest(f.last_seen, o.last_seen)
    from (select r.into, min(g.first_seen) first_seen, max(g.last_seen) last_seen
      from findings g join ${rows} on g.id = r.from where g.org_id = ${org} group by r.into) o
    where f.org_id = ${org} and f.id = o.into`.execute(db);
  const gone = merges.map((it) => it.from);
  for (const table of ['fingerprints', 'sightings', 'evidence', 'triage'] as const) {
    await db
      .deleteFrom(table)
      .where('org_id', '=', org)
      .where(sql<boolean>`finding_id = any(${gone})`)
      .execute();
  }
  await db
    .deleteFrom('findings')
    .where('org_id', '=', org)
    .where(sql<boolean>`id = any(${gone})`)
    .execute();
}

/** Brings what the lists read up to date with triage and evidence. */
export async function refreshFindings({ db, org }: Store, ids: readonly string[]): Promise<void> {
  for (const some of portions(ids)) {
    await sql`
      update findings f set
        status = case
          when f.state <> 'open' then f.state
          when t.status is not null and t.status <> 'open' then t.status
          when f.suppressed then 'ignored' else 'open' end,
        rank = f.severity * 2 + case when e.kinds && array['request', 'loaded', 'executed'] then 0 else 1 end,
        evidence = coalesce(e.kinds, '{}'), services = coalesce(e.services, '{}'),
        last_seen = greatest(f.last_seen, e.last_seen)
      from unnest(${some}::uuid[]) as i(id)
      left join triage t on t.org_id = ${org} and t.finding_id = i.id
      left join lateral (
        select array_agg(distinct kind order by kind) kinds,
          array_agg(distinct service order by service) filter (where service is not null) services,
          max(last_seen) last_seen
        from evidence where org_id = ${org} and finding_id = i.id
      ) e on true
      where f.org_id = ${org} and f.id = i.id`.execute(db);
  }
}
