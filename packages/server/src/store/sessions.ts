import { sql } from 'kysely';
import type { Store } from './store.ts';

/** Keeps a sign-in link's secret, by its hash, for the organisation's first user. */
export async function writeLoginLink({ db, org }: Store, hash: Buffer, expires: Date): Promise<void> {
  await db
    .deleteFrom('login_links')
    .where('org_id', '=', org)
    .where('expires_at', '<', sql<Date>`now()`)
    .execute();
  const user = await db
    .selectFrom('users')
    .select('id')
    .where('org_id', '=', org)
    .orderBy('created_at')
    .executeTakeFirstOrThrow();
  await db.insertInto('login_links').values({ org_id: org, hash, user_id: user.id, expires_at: expires }).execute();
}

/** Uses a sign-in link up: the user it stands for, once. */
export async function takeLoginLink({ db, org }: Store, hash: Buffer, now: Date): Promise<string | undefined> {
  const taken = await db
    .deleteFrom('login_links')
    .where('org_id', '=', org)
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .returning('user_id')
    .executeTakeFirst();
  return taken?.user_id;
}

export async function writeSession(
  { db, org }: Store,
  session: { readonly hash: Buffer; readonly user: string; readonly now: Date; readonly expires: Date },
): Promise<void> {
  await db.deleteFrom('sessions').where('org_id', '=', org).where('expires_at', '<', session.now).execute();
  await db
    .insertInto('sessions')
    .values({ org_id: org, hash: session.hash, user_id: session.user, expires_at: session.expires })
    .execute();
}

/** The name of the user whose session this is. */
export async function userOfSession({ db, org }: Store, hash: Buffer, now: Date): Promise<string | undefined> {
  const found = await db
    .selectFrom('sessions')
    .innerJoin('users', (it) =>
      it.onRef('users.org_id', '=', 'sessions.org_id').onRef('users.id', '=', 'sessions.user_id'),
    )
    .select('users.name')
    .where('sessions.org_id', '=', org)
    .where('sessions.hash', '=', hash)
    .where('sessions.expires_at', '>', now)
    .executeTakeFirst();
  return found?.name;
}

export async function dropSession({ db, org }: Store, hash: Buffer): Promise<void> {
  await db.deleteFrom('sessions').where('org_id', '=', org).where('hash', '=', hash).execute();
}
