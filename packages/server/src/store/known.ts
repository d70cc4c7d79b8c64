import { sql, type Selectable } from 'kysely';
import type { Finding, Identified } from '@plumbline/core';
import type { Store } from './store.ts';
import type { State, Tables } from './tables.ts';

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

/**
 * All findings of a project, with their fingerprints.
 *
 * Three queries of one table each: the planner knows little of tables that were just filled, and a join of them has been
 * seen to take 60 times as long.
 */
export async function knownFindings(store: Store, project: string): Promise<readonly Known[]> {
  const { db, org } = store;
  const rows = await db
    .selectFrom('findings')
    .select(columns)
    .where('org_id', '=', org)
    .where('project_id', '=', project)
    .orderBy('id')
    .execute();
  const fingerprints = await db
    .selectFrom('fingerprints')
    .select(['finding_id', 'algorithm', 'version', 'value'])
    .where('org_id', '=', org)
    .where('project_id', '=', project)
    .orderBy('rank')
    .execute();
  const sightings = await db
    .selectFrom('sightings')
    .select(['finding_id', 'branch', 'state'])
    .where('org_id', '=', org)
    .where('project_id', '=', project)
    .execute();
  const fingerprintsOf = groupById(fingerprints);
  const sightingsOf = groupById(sightings);
  return rows.map((it) => ({
    ...known(it),
    fingerprints: fingerprintsOf(it.id).map(({ algorithm, version, value }) => ({ algorithm, version, value })),
    branches: Object.fromEntries(sightingsOf(it.id).map(({ branch, state }) => [branch, state])),
  }));
}

/** The findings of some rules, by their places alone: fingerprints and branches are left out. */
export async function knownPlaces(
  { db, org }: Store,
  project: string,
  rules: readonly string[],
): Promise<readonly Known[]> {
  if (rules.length === 0) return [];
  const rows = await db
    .selectFrom('findings')
    .select(columns)
    .where('org_id', '=', org)
    .where('project_id', '=', project)
    .where(sql<boolean>`rule = any(${rules})`)
    .orderBy('id')
    .execute();
  return rows.map(known);
}

const columns = ['id', 'kind', 'rule', 'file', 'line', 'col', 'sink', 'static', 'state'] as const;

type Row = Pick<Selectable<Tables['findings']>, (typeof columns)[number]>;

function known({ id, kind, rule, file, line, col, sink, static: isStatic, state }: Row): Known {
  const start = { line, column: col };
  return {
    id,
    kind,
    rule,
    location: { file, start, end: start },
    fingerprints: [],
    ...(sink === null ? {} : { sink }),
    static: isStatic,
    state,
    branches: {},
  };
}

function groupById<T extends { readonly finding_id: string }>(rows: readonly T[]): (id: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.finding_id);
    if (group) group.push(row);
    else groups.set(row.finding_id, [row]);
  }
  return (id) => groups.get(id) ?? [];
}
