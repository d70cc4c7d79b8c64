import { sql, type ExpressionBuilder, type SqlBool } from 'kysely';
import { severities } from '@plumbline/core';
import type { Store } from './store.ts';
import type { FindingBody, Tables } from './tables.ts';

/** What a list is narrowed to: all of these, any value of each. */
export interface Filter {
  readonly severity?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly project?: readonly string[] | undefined;
  readonly service?: readonly string[] | undefined;
  readonly rule?: readonly string[] | undefined;
  readonly evidence?: readonly string[] | undefined;
  readonly text?: string | undefined;
}

/** Filters whose values are counted. */
export const facets = ['severity', 'status', 'kind', 'evidence', 'project', 'service', 'rule'] as const;
export type Facet = (typeof facets)[number];

type Columns = Pick<Tables, 'findings' | 'projects'>;
type Builder = ExpressionBuilder<Columns, 'findings' | 'projects'>;

/** The condition of a filter, without one of its parts if so wished. */
function matches(it: Builder, org: string, filter: Filter, without?: Facet): ReturnType<Builder['and']> {
  const wanted = (facet: Facet): readonly string[] | undefined =>
    facet === without || filter[facet]?.length === 0 ? undefined : filter[facet];
  const conditions = facets.flatMap((facet) => {
    const values = wanted(facet);
    return values ? [isOneOf(it, facet, values)] : [];
  });
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
  return it.and([
    it('findings.org_id', '=', org),
    ...conditions,
    ...words.map((word) => it('findings.search', 'like', `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)),
  ]);
}

function isOneOf(it: Builder, facet: Facet, values: readonly string[]): ReturnType<Builder['and']> {
  switch (facet) {
    case 'severity':
      return it.and([
        it(
          'findings.severity',
          'in',
          values.map((value) => (severities as readonly string[]).indexOf(value)),
        ),
      ]);
    case 'project':
      return it.and([it('projects.name', 'in', values)]);
    case 'service':
      return it.and([sql<SqlBool>`findings.services && ${values}::text[]`]);
    case 'evidence':
      return it.and([sql<SqlBool>`findings.evidence && ${values}::text[]`]);
    case 'status':
      return it.and([it('findings.status', 'in', values)]);
    case 'kind':
      return it.and([sql<SqlBool>`findings.kind = any(${values}::text[])`]);
    case 'rule':
      return it.and([it('findings.rule', 'in', values)]);
  }
}

export interface FoundRow {
  readonly id: string;
  readonly project: string;
  readonly rank: number;
  readonly status: string;
  readonly evidence: readonly string[];
  readonly services: readonly string[];
  readonly first_seen: Date;
  readonly last_seen: Date;
  readonly body: FindingBody;
}

export const orders = ['severity', 'newest'] as const;
export type Order = (typeof orders)[number];

/** Where a page ends: the next one begins behind it. */
export interface Cursor {
  readonly rank: number;
  readonly firstSeen: Date;
  readonly id: string;
}

/** A page of findings. Pages are cut by value, not by number: each costs the same, and new rows shift nothing. */
export async function findFindings(
  { db, org }: Store,
  filter: Filter,
  page: { readonly order: Order; readonly limit: number; readonly after?: Cursor | undefined },
): Promise<readonly FoundRow[]> {
  const { order, limit, after } = page;
  let query = joined(db)
    .select([
      'findings.id',
      'projects.name as project',
      'findings.rank',
      'findings.status',
      'findings.evidence',
      'findings.services',
      'findings.first_seen',
      'findings.last_seen',
      'findings.body',
    ])
    .where((it) => matches(it, org, filter));
  if (after) {
    const older = sql<SqlBool>`(findings.first_seen, findings.id) < (${after.firstSeen}, ${after.id}::uuid)`;
    query =
      order === 'newest'
        ? query.where(older)
        : query.where((it) =>
            it.or([it('findings.rank', '>', after.rank), it.and([it('findings.rank', '=', after.rank), older])]),
          );
  }
  if (order === 'severity') query = query.orderBy('findings.rank');
  return await query.orderBy('findings.first_seen', 'desc').orderBy('findings.id', 'desc').limit(limit).execute();
}

function joined(db: Store['db']) {
  return db
    .selectFrom('findings')
    .innerJoin('projects', (it) =>
      it.onRef('projects.org_id', '=', 'findings.org_id').onRef('projects.id', '=', 'findings.project_id'),
    );
}

/** Counting further costs more than it tells. */
export const mostCounted = 10_000;

/** How many findings match; `mostCounted + 1` for more. */
export async function countFindings({ db, org }: Store, filter: Filter): Promise<number> {
  const some = joined(db)
    .select('findings.id')
    .where((it) => matches(it, org, filter))
    .limit(mostCounted + 1);
  const { count } = await db
    .selectFrom(some.as('some'))
    .select((it) => it.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

const valueOf: Readonly<Record<Facet, ReturnType<typeof sql<string>>>> = {
  severity: sql<string>`findings.severity::text`,
  status: sql<string>`findings.status`,
  kind: sql<string>`findings.kind`,
  evidence: sql<string>`unnest(findings.evidence)`,
  project: sql<string>`projects.name`,
  service: sql<string>`unnest(findings.services)`,
  rule: sql<string>`findings.rule`,
};

/** Values of one filter and how many findings each would leave, this filter itself put aside. Most frequent first. */
export async function countFacet({ db, org }: Store, filter: Filter, facet: Facet): Promise<readonly FacetCount[]> {
  const rows = await joined(db)
    .select([valueOf[facet].as('value'), (it) => it.fn.countAll<string>().as('count')])
    .where((it) => matches(it, org, filter, facet))
    .groupBy('value')
    .orderBy('count', 'desc')
    .orderBy('value')
    .limit(50)
    .execute();
  return rows.map(({ value, count }) => ({
    value: facet === 'severity' ? severities[Number(value)]! : value,
    count: Number(count),
  }));
}
