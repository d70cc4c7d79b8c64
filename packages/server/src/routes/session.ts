import { Type } from 'typebox';
import { closed } from '@plumbline/core';
import { signIn, signOut } from '../auth/sign-in.ts';
import { route } from './route.ts';

const Nothing = Type.Object({}, closed);

export const beginSession = route(
  {
    method: 'POST',
    url: '/api/v1/session',
    summary: 'Signs in with the code of a sign-in link, which is used up.',
    policy: 'public',
    limit: 'sign-in',
    body: Type.Object({ code: Type.String({ maxLength: 200 }) }, closed),
    response: Nothing,
  },
  async ({ body }, { store, now, session }) => {
    session.begin(await signIn(store, body.code, now));
    return {};
  },
);

export const endSession = route(
  {
    method: 'DELETE',
    url: '/api/v1/session',
    summary: 'Signs out.',
    policy: 'signed-in',
    response: Nothing,
  },
  async (_, { store, session }) => {
    if (session.current !== undefined) await signOut(store, session.current);
    session.end();
    return {};
  },
);

export const whoAmI = route(
  {
    method: 'GET',
    url: '/api/v1/session',
    summary: 'Who is signed in.',
    policy: 'signed-in',
    response: Type.Object(
      { is: Type.Enum(['user', 'token']), name: Type.String(), scopes: Type.Array(Type.String()) },
      closed,
    ),
  },
  async (_, { actor }) => actor!,
);
