import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { organisation } from './organisation.ts';
import { oldestMajor } from './postgres/binaries.ts';
import { codeOf } from './postgres/run.ts';
import { unavailable } from './postgres/unavailable.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/** A database, seen by one organisation: all that a query needs to know. */
export interface Store {
  readonly db: Database;
  /** The organisation: the first column of every key. */
  readonly org: string;
}

export interface OpenStore extends Store {
  readonly close: () => Promise<void>;
}

/**
 * Connects, brings the schema up to date, and finds (or founds) the organisation.
 *
 * Errors: `UserError` "database-unavailable" if nobody answers, or what answers is too old.
 */
export async function openStore(url: string): Promise<OpenStore> {
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: 'plumbline' });
  // A connection that breaks while idle is replaced by the next query; unheard, its error would end the process. The pool
  // stops listening to connections that it is closing, and PostgreSQL may say goodbye to those.
  const ignore = (): void => {};
  pool.on('error', ignore).on('connect', (client) => void client.on('error', ignore));
  try {
    await demandServer(pool);
    await migrate(pool);
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    return { db, org: await organisation(db), close: async () => await db.destroy() };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function demandServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool
    .query<{ version: string }>(`select current_setting('server_version_num')::int / 10000 as version`)
    .catch((error: unknown) => {
      // expected: no such host, nobody listens, wrong password, no such database
      throw unavailable('connect', error instanceof Error ? error.message || codeOf(error) : String(error));
    });
  const version = Number(rows[0]?.version);
  if (version < oldestMajor) throw unavailable('version', `it is PostgreSQL ${version}, and ${oldestMajor} is needed`);
}

/** Runs work in one transaction, which sees and changes all or nothing. */
export async function inTransaction<T>({ db, org }: Store, work: (store: Store) => Promise<T>): Promise<T> {
  return await db.transaction().execute(async (transaction) => await work({ db: transaction, org }));
}
