import { rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { UserError } from '@plumbline/core';
import { createApp } from './app.ts';
import { bracketed, hostsOf } from './auth/hosts.ts';
import { newLoginCode } from './auth/sign-in.ts';
import { addressFile } from './operate.ts';
import { makeFolder } from './store/postgres/folder.ts';
import { codeOf } from './store/postgres/run.ts';
import { openPostgres, type Postgres } from './store/postgres/open-postgres.ts';
import { openStore, type Store } from './store/store.ts';

export interface ServeOptions {
  readonly data: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly version: string;
  readonly pages?: string | undefined;
  /** The address under which browsers reach us, if there is a proxy between. */
  readonly publicUrl?: string | undefined;
  readonly env?: NodeJS.ProcessEnv;
  readonly report: (message: string) => void;
}

export interface Served {
  readonly url: string;
  readonly loginUrl: string;
  readonly store: Store;
  readonly postgres: Postgres;
  /** Ends what runs, and waits for requests under way. */
  readonly stop: () => Promise<void>;
}

/** Starts the platform: database, schema, server. */
export async function serve(options: ServeOptions): Promise<Served> {
  const postgres = await openPostgres({ data: options.data, ...(options.env ? { env: options.env } : {}) });
  try {
    return await listen(options, postgres);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function listen(options: ServeOptions, postgres: Postgres): Promise<Served> {
  const { host, port, publicUrl, pages, version } = options;
  const store = await openStore(postgres.url);
  const bound = { port };
  const app = await createApp({
    store,
    hosts: hostsOf({ host, port: () => bound.port, publicUrl }),
    version,
    pages,
    secure: publicUrl?.startsWith('https:') === true,
    report: (error, request) => options.report(`${request}: ${error instanceof Error ? error.stack : String(error)}`),
  });
  const close = async (): Promise<void> => {
    await app.close();
    await store.close();
  };
  try {
    await app.listen({ host, port });
  } catch (error) {
    await close();
    throw new UserError('address-unavailable', { address: `${host}:${port}`, message: reasonOf(error) });
  }
  bound.port = (app.server.address() as AddressInfo).port;
  const url = publicUrl?.replace(/\/$/, '') ?? `http://${bracketed(host)}:${bound.port}`;
  sayWhere(options.data, url);
  const loginUrl = `${url}/sign-in#${await newLoginCode(store, new Date())}`;
  const stop = async (): Promise<void> => {
    rmSync(addressFile(options.data), { force: true });
    await close();
    await postgres.stop();
  };
  return { url, loginUrl, store, postgres, stop };
}

/** For `plumb login`, which makes links to a server that runs. */
function sayWhere(data: string, url: string): void {
  makeFolder(data, 0o711);
  writeFileSync(addressFile(data), `${url}\n`);
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program does; choose another with --port',
  EACCES: 'this user may not use that port',
  EADDRNOTAVAIL: 'this machine has no such address',
};

function reasonOf(error: unknown): string {
  return reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}
