import { UserError } from '@plumbline/core';
import type { Store } from '../store/store.ts';
import { sessionIn } from './cookie.ts';
import type { Hosts } from './hosts.ts';
import { deeds, type Actor, type Scope } from './scope.ts';
import { actorOfSession, actorOfToken } from './sign-in.ts';

/** What of a request tells who is asking. */
export interface Caller {
  readonly method: string;
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
  readonly origin: string | undefined;
}

export interface Gate {
  readonly store: Store;
  readonly hosts: Hosts;
  readonly secure: boolean;
}

const harmless = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Who is asking, if they may do what the policy names.
 *
 * A browser sends its cookie along whoever made it ask. SameSite=Strict keeps other sites out; pages of another port of
 * this very host are no other site, so a change by cookie must name one of our own origins as well. Tokens are sent on
 * purpose and need neither.
 */
export async function authorise(
  caller: Caller,
  policy: 'public' | 'signed-in' | Scope,
  { gate, now }: { readonly gate: Gate; readonly now: Date },
): Promise<Actor | undefined> {
  const isChange = !harmless.includes(caller.method);
  if (isChange && caller.origin !== undefined && !gate.hosts.isOurOrigin(caller.origin)) {
    throw new UserError('request-foreign', { message: `it comes from ${caller.origin.slice(0, 200)}` });
  }
  if (policy === 'public') return undefined;

  const actor = await actorOf(caller, gate, now);
  if (!actor) throw new UserError('unauthorized');
  if (actor.is === 'user' && isChange && caller.origin === undefined) {
    throw new UserError('request-foreign', { message: 'it does not say which page it comes from' });
  }
  if (policy !== 'signed-in' && !actor.scopes.includes(policy)) {
    throw new UserError('forbidden', { what: deeds[policy] });
  }
  return actor;
}

async function actorOf({ authorization, cookie }: Caller, gate: Gate, now: Date): Promise<Actor | undefined> {
  if (authorization !== undefined) {
    const token = /^Bearer (?<token>plumb_[\w-]{10,100})$/i.exec(authorization)?.groups?.['token'];
    return token === undefined ? undefined : await actorOfToken(gate.store, token, now);
  }
  const session = sessionIn(cookie, gate.secure);
  return session ? await actorOfSession(gate.store, session, now) : undefined;
}
