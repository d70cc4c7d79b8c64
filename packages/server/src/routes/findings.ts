import { Type } from 'typebox';
import { closed, Finding, FindingKind, Severity, UserError, type Value } from '@plumbline/core';
import {
  countFacet,
  countFindings,
  facets,
  findFindings,
  mostCounted,
  orders,
  type Cursor,
  type Facet,
  type FacetCount,
  type FoundRow,
} from '../store/find.ts';
import { route } from './route.ts';

const Texts = Type.Optional(Type.Array(Type.String({ maxLength: 500, pattern: '^[^\\u0000]*$' }), { maxItems: 50 }));
const filter = {
  severity: Type.Optional(Type.Array(Severity, { maxItems: 5 })),
  status: Texts,
  kind: Type.Optional(Type.Array(FindingKind, { maxItems: 2 })),
  evidence: Texts,
  project: Texts,
  service: Texts,
  rule: Texts,
  text: Type.Optional(Type.String({ maxLength: 500, pattern: '^[^\\u0000]*$' })),
};
const When = Type.String({ format: 'date-time' });

const FoundFinding = Type.Object(
  {
    id: Type.String(),
    project: Type.String(),
    status: Type.String(),
    services: Type.Array(Type.String()),
    evidence: Type.Array(Type.String()),
    firstSeen: When,
    lastSeen: When,
    ...Type.Pick(Finding, ['kind', 'rule', 'title', 'severity', 'confidence', 'location', 'package']).properties,
  },
  closed,
);

export const findings = route(
  {
    method: 'GET',
    url: '/api/v1/findings',
    summary: 'Findings that match all filters, any value of each; page by page.',
    policy: 'read',
    query: Type.Object(
      {
        ...filter,
        order: Type.Optional(Type.Enum(orders)),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
        cursor: Type.Optional(Type.String({ maxLength: 200 })),
      },
      closed,
    ),
    response: Type.Object({ findings: Type.Array(FoundFinding), next: Type.Optional(Type.String()) }, closed),
  },
  async ({ query }, { store }) => {
    const { order = 'severity', limit = 50, cursor, ...wanted } = query;
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const rows = await findFindings(store, wanted, { order, limit: limit + 1, after });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { findings: page.map(found), ...(last && rows.length > limit ? { next: writeCursor(last) } : {}) };
  },
);

function found({ body, first_seen, last_seen, ...row }: FoundRow): Value<typeof FoundFinding> {
  return {
    id: row.id,
    project: row.project,
    status: row.status,
    services: row.services,
    evidence: row.evidence,
    kind: body.kind,
    rule: body.rule,
    title: body.title,
    severity: body.severity,
    confidence: body.confidence,
    location: body.location,
    ...(body.package ? { package: body.package } : {}),
    firstSeen: first_seen.toISOString(),
    lastSeen: last_seen.toISOString(),
  };
}

/** Shape: opaque to callers. */
function writeCursor({ rank, first_seen, id }: FoundRow): string {
  return Buffer.from(`${rank} ${first_seen.toISOString()} ${id}`).toString('base64url');
}

function readCursor(cursor: string): Cursor {
  const [rank = '', firstSeen = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const at = new Date(firstSeen);
  if (!/^\d\d?$/.test(rank) || Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new UserError('request-invalid', { message: 'the cursor is not one of ours' });
  }
  return { rank: Number(rank), firstSeen: at, id };
}

const Counts = Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() }, closed));

export const findingFacets = route(
  {
    method: 'GET',
    url: '/api/v1/findings/facets',
    summary: 'How many findings match, and how many each value of each filter would leave.',
    policy: 'read',
    query: Type.Object(filter, closed),
    response: Type.Object(
      {
        total: Type.Integer({ description: `Counted up to ${mostCounted}.` }),
        isMore: Type.Boolean(),
        facets: Type.Object(
          {
            severity: Counts,
            status: Counts,
            kind: Counts,
            evidence: Counts,
            project: Counts,
            service: Counts,
            rule: Counts,
          } satisfies Record<Facet, typeof Counts>,
          closed,
        ),
      },
      closed,
    ),
  },
  async ({ query }, { store }) => {
    const total = await countFindings(store, query);
    const counts = await Promise.all(facets.map(async (it) => [it, await countFacet(store, query, it)] as const));
    return {
      total: Math.min(total, mostCounted),
      isMore: total > mostCounted,
      facets: Object.fromEntries(counts) as Record<Facet, readonly FacetCount[]>,
    };
  },
);
