import { Type } from 'typebox';
import { closed, Evidence, Finding, UserError, type Value } from '@plumbline/core';
import { readFinding, type StoredFinding } from '../store/read-finding.ts';
import { decide } from '../store/triage.ts';
import { route } from './route.ts';

const When = Type.String({ format: 'date-time' });
const State = Type.Enum(['open', 'fixed', 'removed']);
const params = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed);

const Triage = Type.Object(
  {
    status: Type.String(),
    reason: Type.Optional(Type.String()),
    comment: Type.String(),
    by: Type.String(),
    at: When,
  },
  closed,
);

/** A finding with all that is known of it. */
const KnownFinding = Type.Object(
  {
    id: Type.String(),
    project: Type.String(),
    status: Type.String(),
    state: State,
    finding: Finding,
    firstSeen: When,
    lastSeen: When,
    observations: Type.Array(
      Type.Object({ evidence: Evidence, hits: Type.Integer(), firstSeen: When, lastSeen: When }, closed),
      { description: 'The evidence, with how often and when it was seen.' },
    ),
    branches: Type.Array(Type.Object({ name: Type.String(), state: State, lastSeen: When }, closed)),
    triage: Type.Optional(Triage),
    events: Type.Array(
      Type.Object(
        { kind: Type.String(), detail: Type.Record(Type.String(), Type.Unknown()), by: Type.String(), at: When },
        closed,
      ),
    ),
  },
  closed,
);

export const finding = route(
  {
    method: 'GET',
    url: '/api/v1/findings/:id',
    summary: 'One finding, with all evidence and history.',
    policy: 'read',
    params,
    response: KnownFinding,
  },
  async ({ params: { id } }, { store }) => {
    const stored = await readFinding(store, id);
    if (!stored) throw new UserError('not-found', { what: 'finding', id });
    return known(stored);
  },
);

/** Why a finding needs no fix. */
const reasons = [
  'false_positive',
  'acceptable_risk',
  'used_in_tests',
  'wont_fix',
  'not_affected',
  'duplicate',
] as const;

export const triageFinding = route(
  {
    method: 'PUT',
    url: '/api/v1/findings/:id/triage',
    summary: 'Decides about a finding. Ignoring one takes a reason.',
    policy: 'triage:write',
    params,
    body: Type.Union([
      Type.Object(
        {
          status: Type.Enum(['open', 'reviewing', 'to_fix']),
          comment: Type.Optional(Type.String({ maxLength: 5_000 })),
        },
        closed,
      ),
      Type.Object(
        {
          status: Type.Literal('ignored'),
          reason: Type.Enum(reasons),
          comment: Type.Optional(Type.String({ maxLength: 5_000 })),
        },
        closed,
      ),
    ]),
    response: Type.Object({}, closed),
  },
  async ({ params: { id }, body }, { store, actor, now }) => {
    const isKnown = await decide(store, id, {
      status: body.status,
      reason: body.status === 'ignored' ? body.reason : null,
      comment: (body.comment ?? '').replaceAll('\0', ''),
      by: actor!.name,
      at: now,
    });
    if (!isKnown) throw new UserError('not-found', { what: 'finding', id });
    return {};
  },
);

function known(it: StoredFinding): Value<typeof KnownFinding> {
  const { id, project, status, state, body, evidence, fingerprints, triage } = it;
  return {
    id,
    project,
    status,
    state,
    finding: { ...body, evidence: evidence.map((one) => one.evidence), fingerprints },
    firstSeen: it.firstSeen.toISOString(),
    lastSeen: it.lastSeen.toISOString(),
    observations: evidence.map((one) => ({
      ...one,
      firstSeen: one.firstSeen.toISOString(),
      lastSeen: one.lastSeen.toISOString(),
    })),
    branches: it.branches.map((one) => ({ ...one, lastSeen: one.lastSeen.toISOString() })),
    ...(triage ? { triage: { ...triage, reason: triage.reason ?? undefined, at: triage.at.toISOString() } } : {}),
    events: it.events.map((one) => ({ ...one, at: one.at.toISOString() })),
  } as Value<typeof KnownFinding>;
}
