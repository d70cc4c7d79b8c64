import { inTransaction, type Store } from './store.ts';
import { writeEvents } from './write-events.ts';
import { refreshFindings } from './write-findings.ts';

export interface Decision {
  readonly status: string;
  readonly reason: string | null;
  readonly comment: string;
  readonly by: string;
  readonly at: Date;
}

/** Writes down what somebody decided about a finding; false if there is no such finding. */
export async function decide(store: Store, id: string, decision: Decision): Promise<boolean> {
  return await inTransaction(store, async (transaction) => {
    const { db, org } = transaction;
    const found = await db
      .selectFrom('findings')
      .select('id')
      .where('org_id', '=', org)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!found) return false;
    const { status, reason, comment, by, at } = decision;
    await db
      .insertInto('triage')
      .values({ org_id: org, finding_id: id, ...decision })
      .onConflict((it) => it.columns(['org_id', 'finding_id']).doUpdateSet(decision))
      .execute();
    await refreshFindings(transaction, [id]);
    await writeEvents(transaction, [{ finding: id, kind: 'triaged', detail: { status, reason, comment } }], { by, at });
    return true;
  });
}
