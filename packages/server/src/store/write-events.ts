import { sql } from 'kysely';
import { newId } from './id.ts';
import type { Store } from './store.ts';
import { portions } from './write-findings.ts';

/** What can happen to a finding. */
export type EventKind = 'created' | 'fixed' | 'removed' | 'reopened' | 'joined' | 'shown' | 'loaded' | 'triaged';

export interface FindingEvent {
  readonly finding: string;
  readonly kind: EventKind;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Adds to the history of findings. */
export async function writeEvents(
  { db, org }: Store,
  events: readonly FindingEvent[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  for (const some of portions(events)) {
    const rows = some.map((it) => ({ id: newId(at), finding_id: it.finding, kind: it.kind, detail: it.detail ?? {} }));
    await sql`
      insert into events (org_id, id, finding_id, kind, detail, by, at)
      select ${org}, r.id, r.finding_id, r.kind, r.detail, ${by}, ${at}
      from jsonb_to_recordset(${JSON.stringify(rows)}) as r(id uuid, finding_id uuid, kind text, detail jsonb)`.execute(
      db,
    );
  }
}
