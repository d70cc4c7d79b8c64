import { sql } from 'kysely';
import { Type } from 'typebox';
import { closed } from '@plumbline/core';
import { route } from './route.ts';

export const health = route(
  {
    method: 'GET',
    url: '/api/v1/health',
    summary: 'Whether the server and its database answer.',
    policy: 'public',
    response: Type.Object({ status: Type.Literal('ok') }, closed),
  },
  async (_, { store }) => {
    await sql`select 1`.execute(store.db);
    return { status: 'ok' as const };
  },
);
