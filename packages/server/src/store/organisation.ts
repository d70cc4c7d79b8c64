import { sql, type Kysely } from 'kysely';
import { newId } from './id.ts';
import type { Tables } from './tables.ts';

/** The one organisation of this installation, with its first user; made on the first start. */
export async function organisation(db: Kysely<Tables>): Promise<string> {
  return await db.transaction().execute(async (transaction) => {
    await sql`lock table organisations in exclusive mode`.execute(transaction);
    const first = await transaction
      .selectFrom('organisations')
      .select('org_id')
      .orderBy('created_at')
      .executeTakeFirst();
    if (first) return first.org_id;
    const org = newId();
    await transaction.insertInto('organisations').values({ org_id: org, name: 'Home' }).execute();
    await transaction.insertInto('users').values({ org_id: org, id: newId(), name: 'admin' }).execute();
    return org;
  });
}
