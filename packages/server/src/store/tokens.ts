import { newId } from './id.ts';
import type { Store } from './store.ts';

export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export async function writeToken(
  { db, org }: Store,
  token: { readonly hash: Buffer; readonly name: string; readonly scopes: readonly string[]; readonly by: string },
): Promise<string> {
  const id = newId();
  const { hash, name, scopes, by } = token;
  await db
    .insertInto('tokens')
    .values({ org_id: org, id, hash, name, scopes: [...scopes], created_by: by })
    .execute();
  return id;
}

/** Tokens in use, newest first. */
export async function listTokens({ db, org }: Store): Promise<readonly TokenRow[]> {
  return await db
    .selectFrom('tokens')
    .select([
      'id',
      'name',
      'scopes',
      'created_by as createdBy',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
    ])
    .where('org_id', '=', org)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();
}

/** What a token may do, and whose it is. Notes that it was used, to the minute. */
export async function useToken(
  { db, org }: Store,
  hash: Buffer,
  now: Date,
): Promise<{ readonly name: string; readonly scopes: readonly string[] } | undefined> {
  const found = await db
    .selectFrom('tokens')
    .select(['id', 'name', 'scopes', 'last_used_at'])
    .where('org_id', '=', org)
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (found && now.getTime() - (found.last_used_at?.getTime() ?? 0) > 60_000) {
    await db
      .updateTable('tokens')
      .set({ last_used_at: now })
      .where('org_id', '=', org)
      .where('id', '=', found.id)
      .execute();
  }
  return found;
}

/** Ends a token; false if there is none of that id. */
export async function revokeToken({ db, org }: Store, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('tokens')
    .set({ revoked_at: now })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
