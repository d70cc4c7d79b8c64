import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { organisation } from './organisation.ts';
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

/** Connects, brings the schema up to date, and finds (or founds) the organisation. */
export async function openStore(url: string): Promise<OpenStore> {
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: 'plumbline' });
  // A connection that breaks while idle is replaced by the next query; unheard, its error would end the process. The pool
  // stops listening to connections that it is closing, and PostgreSQL may say goodbye to those.
  const ignore = (): void => {};
  pool.on('error', ignore).on('connect', (client) => void client.on('error', ignore));
  try {
    await migrate(pool);
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    return { db, org: await organisation(db), close: async () => await db.destroy() };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** Runs work in one transaction, which sees and changes all or nothing. */
export async function inTransaction<T>({ db, org }: Store, work: (store: Store) => Promise<T>): Promise<T> {
  return await db.transaction().execute(async (transaction) => await work({ db: transaction, org }));
}
