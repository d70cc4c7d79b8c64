import { UserError } from '@plumbline/core';
import { dropSession, takeLoginLink, userOfSession, writeLoginLink, writeSession } from '../store/sessions.ts';
import type { Store } from '../store/store.ts';
import { useToken, writeToken } from '../store/tokens.ts';
import { scopes, type Actor } from './scope.ts';
import { hashOf, newSecret } from './secret.ts';

/** Units: seconds. */
export const sessionAge = 14 * 24 * 3600;
const linkAge = 15 * 60;

/** The secret of a new sign-in link: good once, for a quarter of an hour. */
export async function newLoginCode(store: Store, now: Date): Promise<string> {
  const code = newSecret('');
  await writeLoginLink(store, hashOf(code), later(now, linkAge));
  return code;
}

/** Uses a sign-in link up. Returns the secret of a new session. */
export async function signIn(store: Store, code: string, now: Date): Promise<string> {
  const user = await takeLoginLink(store, hashOf(code), now);
  if (user === undefined) throw new UserError('login-expired');
  const session = newSecret('');
  await writeSession(store, { hash: hashOf(session), user, now, expires: later(now, sessionAge) });
  return session;
}

export async function signOut(store: Store, session: string): Promise<void> {
  await dropSession(store, hashOf(session));
}

/** A new token; nobody can read it again. */
export async function newToken(
  store: Store,
  token: { readonly name: string; readonly scopes: readonly string[]; readonly by: string },
): Promise<{ readonly id: string; readonly secret: string }> {
  const secret = newSecret('plumb_');
  return { id: await writeToken(store, { ...token, hash: hashOf(secret) }), secret };
}

/** The user of a session, who may do everything. */
export async function actorOfSession(store: Store, session: string, now: Date): Promise<Actor | undefined> {
  const name = await userOfSession(store, hashOf(session), now);
  return name === undefined ? undefined : { is: 'user', name, scopes };
}

export async function actorOfToken(store: Store, token: string, now: Date): Promise<Actor | undefined> {
  const found = await useToken(store, hashOf(token), now);
  return found && { is: 'token', name: found.name, scopes: found.scopes };
}

function later(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
