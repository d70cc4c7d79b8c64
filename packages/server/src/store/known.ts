import { sql } from 'kysely';
import type { Finding, Identified } from '@plumbline/core';
import type { Store } from './store.ts';
import type { State } from './tables.ts';

/** A stored finding, as far as its identity goes. */
export interface Known extends Identified {
  readonly id: string;
  readonly kind: Finding['kind'];
  readonly sink?: string;
  /** False while only a running service has shown it. */
  readonly static: boolean;
  readonly state: State;
  /** What the scans of each branch say. */
  readonly branches: Readonly<Record<string, State>>;
}

interface Row {
  id: string;
  kind: Finding['kind'];
  rule: string;
  file: string;
  line: number;
  sink: string | null;
  static: boolean;
  state: State;
  branches: Record<string, State> | null;
  fingerprints: Finding['fingerprints'] | null;
}

/** All findings of a project; `rules` leaves only those of some rules. */
export async function knownFindings(
  { db, org }: Store,
  project: string,
  rules?: readonly string[],
): Promise<readonly Known[]> {
  const some = rules ? sql`and f.rule = any(${rules})` : sql``;
  const { rows } = await sql<Row>`
    select f.id, f.kind, f.rule, f.file, f.line, f.sink, f.static, f.state, s.branches, p.fingerprints
    from findings f
    left join (
      select finding_id, jsonb_object_agg(branch, state) branches
      from sightings where org_id = ${org} group by finding_id
    ) s on s.finding_id = f.id
    left join (
      select finding_id,
        jsonb_agg(jsonb_build_object('algorithm', algorithm, 'version', version, 'value', value) order by rank) fingerprints
      from fingerprints where org_id = ${org} group by finding_id
    ) p on p.finding_id = f.id
    where f.org_id = ${org} and f.project_id = ${project} ${some}
    order by f.id`.execute(db);
  return rows.map(known);
}

function known(row: Row): Known {
  const { id, kind, rule, file, line, sink, state } = row;
  const start = { line, column: 1 };
  return {
    id,
    kind,
    rule,
    location: { file, start, end: start },
    fingerprints: row.fingerprints ?? [],
    ...(sink === null ? {} : { sink }),
    static: row.static,
    state,
    branches: row.branches ?? {},
  };
}
