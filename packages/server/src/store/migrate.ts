import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Pool, PoolClient } from 'pg';
import { unavailable } from './postgres/unavailable.ts';

/** Beside the package's sources and its build alike. */
const folder = new URL('../../migrations/', import.meta.url);

/** Any number will do, as long as it is always the same. */
const lockNumber = 75_862;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/**
 * Brings the schema up to date, each step in a transaction of its own. Several servers may start at once: one does it,
 * the others wait.
 *
 * Errors: `UserError` if a migration that was applied is unknown here, or has changed since: what the database holds is
 *         then unknown.
 */
export async function migrate(pool: Pool, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    return await applyMissing(client, migrations);
  } finally {
    await client.query('select pg_advisory_unlock_all()').finally(() => client.release());
  }
}

async function applyMissing(client: PoolClient, migrations: readonly Migration[]): Promise<string[]> {
  await client.query(
    'create table if not exists migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
  );
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migrations');
  const applied = new Map(rows.map((it) => [it.name, it.checksum]));
  const newer = [...applied.keys()].find((name) => !migrations.some((it) => it.name === name));
  if (newer !== undefined) throw unavailable('version', `a newer Plumbline has changed it (${newer})`);

  const done: string[] = [];
  for (const { name, sql, checksum } of migrations) {
    const before = applied.get(name);
    if (before === checksum) continue;
    if (before !== undefined) throw unavailable('version', `another Plumbline has made it (${name} differs)`);
    await inTransaction(client, sql, [name, checksum]);
    done.push(name);
  }
  return done;
}

async function inTransaction(client: PoolClient, sql: string, record: readonly string[]): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into migrations (name, checksum) values ($1, $2)', [...record]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** All migrations there are, in order of their numbers. */
export function readMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((it) => it.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, folder), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}
