import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { openStore } from './store.ts';
import { migrate, readMigrations } from './migrate.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(async () => {
  await database?.close();
});

/** A schema of its own, so that each test begins with none. */
async function inSchema(name: string, work: (pool: pg.Pool) => Promise<void>): Promise<void> {
  const pool = new pg.Pool({ connectionString: database.url, max: 4, options: `-c search_path=${name}` });
  pool.on('connect', (client) => void client.on('error', () => {})); // the server may stop before they are gone
  try {
    await pool.query(`create schema ${name}`);
    await work(pool);
  } finally {
    await pool.end();
  }
}
const step = (name: string, sql: string, checksum = name) => ({ name, sql, checksum });

test('applies all migrations once, in order', async () => {
  await inSchema('one', async (pool) => {
    expect(await migrate(pool)).toEqual(readMigrations().map((it) => it.name));
    expect(await migrate(pool)).toEqual([]);
    const { rows } = await pool.query(
      `select table_name t from information_schema.tables where table_schema = 'one' order by 1`,
    );
    expect(rows.map((it: { t: string }) => it.t)).toContain('findings');
  });
});

test('every table begins its key with the organisation', async () => {
  const pool = new pg.Pool({ connectionString: database.url, max: 1 });
  pool.on('connect', (client) => void client.on('error', () => {}));
  const { rows } = await pool.query<{ table: string; first: string }>(`
    select c.relname as table, a.attname as first from pg_index i join pg_class c on c.oid = i.indrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where i.indisprimary and c.relnamespace = 'public'::regnamespace and c.relname <> 'migrations'`);
  await pool.end();
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter((it) => it.first !== 'org_id')).toEqual([]);
});

test('several servers may start at once', async () => {
  await inSchema('two', async (pool) => {
    const done = await Promise.all([migrate(pool), migrate(pool), migrate(pool)]);
    expect(done.flat()).toEqual(readMigrations().map((it) => it.name));
  });
});

test('a migration that fails leaves nothing of itself', async () => {
  await inSchema('three', async (pool) => {
    const steps = [step('0001', 'create table a (i int)'), step('0002', 'create table b (i int); select 1 / 0')];
    await expect(migrate(pool, steps)).rejects.toThrow('division by zero');
    const { rows } = await pool.query(`select name from migrations`);
    expect(rows).toEqual([{ name: '0001' }]);
    await expect(pool.query('select * from b')).rejects.toThrow('does not exist');
    expect(await migrate(pool, [steps[0]!, step('0002', 'create table b (i int)')])).toEqual(['0002']);
  });
});

test('refuses a database that a newer version, or a changed migration, made', async () => {
  await inSchema('four', async (pool) => {
    await migrate(pool, [step('0001', 'select 1'), step('0002', 'select 1')]);
    await expect(migrate(pool, [step('0001', 'select 1')])).rejects.toThrow('a newer Plumbline has changed it (0002)');
    await expect(migrate(pool, [step('0001', 'select 2', 'x'), step('0002', 'select 1')])).rejects.toThrow(
      '0001 differs',
    );
  });
});

test.each([
  ['postgres://plumb@127.0.0.1:1/plumb', /No database: .*ECONNREFUSED/],
  ['postgres://plumb@/plumb?host=/nowhere', /No database: .*ENOENT/],
])('a database that does not answer is named as the reason: %s', async (url, message) => {
  await expect(openStore(url)).rejects.toMatchObject({
    code: 'database-unavailable',
    message: expect.stringMatching(message) as string,
  });
});

test('a wrong password is named as the reason', async () => {
  await expect(openStore(database.url.replace(/:[0-9a-f]{48}@/, ':wrong@'))).rejects.toThrow('password authentication');
});
