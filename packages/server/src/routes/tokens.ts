import { Type } from 'typebox';
import { closed, UserError } from '@plumbline/core';
import { tokenScopes } from '../auth/scope.ts';
import { newToken } from '../auth/sign-in.ts';
import { listTokens, revokeToken } from '../store/tokens.ts';
import { route } from './route.ts';

const Token = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    scopes: Type.Array(Type.String()),
    createdBy: Type.String(),
    createdAt: Type.String({ format: 'date-time' }),
    lastUsedAt: Type.Optional(Type.String({ format: 'date-time' })),
  },
  closed,
);

export const tokens = route(
  {
    method: 'GET',
    url: '/api/v1/tokens',
    summary: 'The tokens in use, without their secrets.',
    policy: 'tokens:write',
    response: Type.Object({ tokens: Type.Array(Token) }, closed),
  },
  async (_, { store }) => ({
    tokens: (await listTokens(store)).map(({ createdAt, lastUsedAt, ...token }) => ({
      ...token,
      createdAt: createdAt.toISOString(),
      ...(lastUsedAt ? { lastUsedAt: lastUsedAt.toISOString() } : {}),
    })),
  }),
);

export const createToken = route(
  {
    method: 'POST',
    url: '/api/v1/tokens',
    summary: 'Makes a token. Its secret is in this answer and nowhere else.',
    policy: 'tokens:write',
    body: Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000-\\u001f]+$' }),
        scopes: Type.Array(Type.Enum(tokenScopes), { minItems: 1, maxItems: tokenScopes.length }),
      },
      closed,
    ),
    response: Type.Object({ id: Type.String(), token: Type.String() }, closed),
  },
  async ({ body }, { store, actor }) => {
    const { id, secret } = await newToken(store, { ...body, by: actor!.name });
    return { id, token: secret };
  },
);

export const deleteToken = route(
  {
    method: 'DELETE',
    url: '/api/v1/tokens/:id',
    summary: 'Ends a token.',
    policy: 'tokens:write',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }, closed),
    response: Type.Object({}, closed),
  },
  async ({ params }, { store, now }) => {
    if (!(await revokeToken(store, params.id, now))) throw new UserError('not-found', { what: 'token', id: params.id });
    return {};
  },
);
