import { readFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '@plumbline/core';
import { newLoginCode, newToken } from './auth/sign-in.ts';
import { addressOf } from './store/postgres/open-postgres.ts';
import { codeOf } from './store/postgres/run.ts';
import { unavailable } from './store/postgres/unavailable.ts';
import { openStore, type Store } from './store/store.ts';

/**
 * What an operator does from a shell, beside the running server. Who may read the data folder's password may do it:
 * there is no door for it in the server.
 */
export interface Place {
  readonly data: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The file in the data folder in which a running server says where it is. */
export function addressFile(data: string): string {
  return path.join(data, 'address');
}

/** Makes a token, and returns its secret. */
export async function createOperatorToken(
  place: Place,
  token: { readonly name: string; readonly scopes: readonly string[] },
): Promise<string> {
  return await withStore(place, async (store) => (await newToken(store, { ...token, by: 'operator' })).secret);
}

/** Makes a sign-in link, good once. */
export async function createLoginUrl(place: Place): Promise<string> {
  const url = addressIn(place);
  return await withStore(place, async (store) => `${url}/sign-in#${await newLoginCode(store, new Date())}`);
}

function addressIn({ data }: Place): string {
  try {
    return readFileSync(addressFile(data), 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw notRunning(data);
    throw error;
  }
}

async function withStore<T>({ data, env }: Place, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(addressOf({ data, env })).catch((error: unknown) => {
    const isOurs = !env['DATABASE_URL'];
    const isSilent = error instanceof UserError && /ENOENT|ECONNREFUSED/.test(error.message);
    throw isOurs && isSilent ? notRunning(data) : error;
  });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function notRunning(data: string): Error {
  return unavailable(
    'connect',
    `no platform runs on ${data}: start one with plumb serve, or name its folder with --data`,
  );
}
