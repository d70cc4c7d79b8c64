import { sql } from 'kysely';
import type { Evidence } from '@plumbline/core';
import type { Store } from './store.ts';
import { portions } from './write-findings.ts';

export interface EvidenceRow {
  readonly finding: string;
  readonly key: string;
  readonly evidence: Evidence;
  readonly hits: number;
  readonly at: Date;
}

/** Pieces of evidence that one finding keeps of running services; the oldest go. */
const mostOfServices = 200;

/** Puts what a scan shows of findings in the place of what an earlier one showed. */
export async function replaceStaticEvidence(
  store: Store,
  ids: readonly string[],
  rows: readonly EvidenceRow[],
): Promise<void> {
  const { db, org } = store;
  for (const some of portions(ids)) {
    await sql`
      delete from evidence where org_id = ${org} and finding_id = any(${some}) and kind in ('match', 'flow', 'declared', 'unimported', 'reached')`.execute(
      db,
    );
  }
  await addEvidence(store, rows);
}

/** Adds evidence. What was seen before is seen again: its hits add up, and its newest value is kept. */
export async function addEvidence({ db, org }: Store, rows: readonly EvidenceRow[]): Promise<void> {
  for (const some of portions(once(rows))) {
    await sql`
      insert into evidence as e (org_id, finding_id, key, kind, service, environment, body, hits, first_seen, last_seen)
      select ${org}, r.* from jsonb_to_recordset(${JSON.stringify(some.map(columns))}) as r(
        finding_id uuid, key text, kind text, service text, environment text, body jsonb, hits bigint,
        first_seen timestamptz, last_seen timestamptz)
      on conflict (org_id, finding_id, key) do update set
        hits = e.hits + excluded.hits, first_seen = least(e.first_seen, excluded.first_seen),
        last_seen = greatest(e.last_seen, excluded.last_seen),
        body = case when excluded.last_seen >= e.last_seen then excluded.body else e.body end`.execute(db);
  }
}

/** One row a key: PostgreSQL updates no row twice in one statement. The newest stays, with all hits. */
function once(rows: readonly EvidenceRow[]): EvidenceRow[] {
  const seen = new Map<string, EvidenceRow>();
  for (const row of rows) {
    const name = `${row.finding} ${row.key}`;
    const before = seen.get(name);
    const newest = before && before.at > row.at ? before : row;
    seen.set(name, { ...newest, hits: row.hits + (before?.hits ?? 0) });
  }
  return [...seen.values()];
}

function columns({ finding, key, evidence, hits, at }: EvidenceRow): object {
  const service = 'service' in evidence ? evidence.service : null;
  const environment = 'environment' in evidence ? evidence.environment : null;
  return {
    finding_id: finding,
    key,
    kind: evidence.is,
    service,
    environment,
    body: evidence,
    hits,
    first_seen: at,
    last_seen: at,
  };
}

/** Keeps the newest evidence of services alone, where a finding has too much of it. */
export async function trimEvidence({ db, org }: Store, ids: readonly string[]): Promise<void> {
  await sql`
    delete from evidence e using (
      select finding_id, key, row_number() over (partition by finding_id order by last_seen desc, key) as place
      from evidence where org_id = ${org} and finding_id = any(${ids}) and kind = 'request'
    ) o
    where e.org_id = ${org} and e.finding_id = o.finding_id and e.key = o.key and o.place > ${mostOfServices}`.execute(
    db,
  );
}

export interface LoadedJoin {
  readonly finding: string;
  readonly service: string;
  readonly isNew: boolean;
}

/**
 * Tells the vulnerable libraries of a project which services have loaded them. Called after scans and after reports of
 * services, so that it does not matter which came first. Returns what it touched.
 */
export async function joinLoaded(store: Store, project: string): Promise<readonly LoadedJoin[]> {
  const parted = await partLoaded(store, project);
  const { db, org } = store;
  const { rows } = await sql<LoadedJoin>`
    insert into evidence as e (org_id, finding_id, key, kind, service, environment, body, hits, first_seen, last_seen)
    select f.org_id, f.id, 'loaded/' || md5(jsonb_build_array(s.name, s.environment)::text), 'loaded', s.name,
      nullif(s.environment, ''),
      jsonb_strip_nulls(jsonb_build_object('is', 'loaded', 'service', s.name, 'environment', nullif(s.environment, ''),
        'version', l.service_version, 'file', nullif(l.file, ''),
        'at', to_char(l.last_seen at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))),
      1, l.first_seen, l.last_seen
    from findings f
    join services s on s.org_id = f.org_id and s.project_id = f.project_id
    join loaded_packages l on l.org_id = s.org_id and l.service_id = s.id and l.purl = f.purl
    where f.org_id = ${org} and f.project_id = ${project} and f.kind = 'library'
    on conflict (org_id, finding_id, key) do update set
      body = excluded.body, first_seen = least(e.first_seen, excluded.first_seen), last_seen = excluded.last_seen
    where e.last_seen is distinct from excluded.last_seen
    returning finding_id as finding, service, xmax = 0 as "isNew"`.execute(db);
  return [...rows, ...(await joinExecuted(store, project)), ...parted];
}

/** The same for vulnerable parts that have run: of the findings whose advisory names them. */
async function joinExecuted({ db, org }: Store, project: string): Promise<readonly LoadedJoin[]> {
  const { rows } = await sql<LoadedJoin>`
    insert into evidence as e (org_id, finding_id, key, kind, service, environment, body, hits, first_seen, last_seen)
    select f.org_id, f.id, 'executed/' || md5(jsonb_build_array(s.name, s.environment, x.symbol)::text), 'executed', s.name,
      nullif(s.environment, ''),
      jsonb_strip_nulls(jsonb_build_object('is', 'executed', 'service', s.name, 'environment', nullif(s.environment, ''),
        'version', x.service_version, 'symbol', x.symbol, 'function', x.function, 'location', x.location,
        'at', to_char(x.last_seen at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))),
      1, x.first_seen, x.last_seen
    from findings f
    join services s on s.org_id = f.org_id and s.project_id = f.project_id
    join executed_symbols x on x.org_id = s.org_id and x.service_id = s.id and x.purl = f.purl
    where f.org_id = ${org} and f.project_id = ${project} and f.kind = 'library'
      and jsonb_exists(f.body -> 'package' -> 'symbols', x.symbol)
    on conflict (org_id, finding_id, key) do update set
      body = excluded.body, first_seen = least(e.first_seen, excluded.first_seen), last_seen = excluded.last_seen
    where e.last_seen is distinct from excluded.last_seen
    returning finding_id as finding, service, false as "isNew"`.execute(db);
  return rows;
}

/** A finding may have moved on to another version of its library: what was loaded of the old one is none of its evidence. */
async function partLoaded({ db, org }: Store, project: string): Promise<readonly LoadedJoin[]> {
  const { rows } = await sql<LoadedJoin>`
    delete from evidence e using findings f
    where f.org_id = ${org} and f.project_id = ${project} and f.kind = 'library'
      and e.org_id = f.org_id and e.finding_id = f.id and e.kind = any (array['loaded', 'executed'])
      and not exists (
        select from services s join loaded_packages l on l.org_id = s.org_id and l.service_id = s.id
        where s.org_id = f.org_id and s.project_id = f.project_id and s.name = e.service
          and s.environment = coalesce(e.environment, '') and l.purl = f.purl)
    returning e.finding_id as finding, e.service, false as "isNew"`.execute(db);
  return rows;
}

/** Which services have shown findings before. Shape: `finding service`. */
export async function servicesShowing({ db, org }: Store, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ pair: string }>`
    select distinct finding_id || ' ' || service as pair from evidence
    where org_id = ${org} and finding_id = any(${ids}) and kind = 'request'`.execute(db);
  return new Set(rows.map((it) => it.pair));
}
