import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/database.ts';
import { findBinaries, type Origin } from './binaries.ts';
import { addressOf, openPostgres, type Postgres } from './open-postgres.ts';

/** What this machine has: the carried server always, the system's where one is installed. */
const env = { ...process.env, DATABASE_URL: '' };
const scratch = temporaryFolder();
const hasSystem =
  [...findBinaries(scratch, {}, { env, origins: ['system'] })].length > 0 || existsSync('/usr/lib/postgresql');
const origins: Origin[] = hasSystem ? ['npm', 'system'] : ['npm'];
const isRoot = process.getuid?.() === 0;

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const open = async (data: string, origin: Origin): Promise<Postgres> =>
  await openPostgres({ data, env, origins: [origin] });

async function query(postgres: { readonly url: string }, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: postgres.url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const clusterOf = (data: string): string =>
  path.join(
    data,
    readdirSync(data).find((it) => /^pg\d+$/.test(it))!,
  );
const postmasterOf = (data: string): number =>
  Number(readFileSync(path.join(clusterOf(data), 'postmaster.pid'), 'utf8').split('\n')[0]);

/** From /proc where there is one: a small machine has no `ps`. */
function childrenOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  const list = existsSync(file)
    ? readFileSync(file, 'utf8')
    : spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).stdout;
  return list.split(/\s+/).map(Number).filter(Boolean);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

test('DATABASE_URL wins, and no folder is made', async () => {
  const data = path.join(scratch, 'none');
  const postgres = await openPostgres({ data, env: { DATABASE_URL: 'postgres://x/y' } });
  expect([postgres.origin, postgres.url, existsSync(data)]).toEqual(['url', 'postgres://x/y', false]);
});

test('without a server it says what to do', async () => {
  const data = path.join(scratch, 'no-binary');
  await expect(openPostgres({ data, env, origins: [] })).rejects.toMatchObject({
    code: 'database-unavailable',
    detail: { reason: 'no-binary' },
    message: expect.stringContaining('install postgresql, set DATABASE_URL') as string,
  });
});

test('a folder that cannot be made is refused, and soon', async () => {
  await expect(openPostgres({ data: '/proc/nope/data', env })).rejects.toMatchObject({ detail: { reason: 'access' } });
});

test.runIf(isRoot)('as root, a folder that the server account cannot enter is refused', async () => {
  const data = mkdtempSync('/root/plumbline-test-');
  try {
    await expect(openPostgres({ data, env })).rejects.toMatchObject({
      detail: { reason: 'access' },
      message: expect.stringContaining('outside /root') as string,
    });
  } finally {
    rmSync(data, { recursive: true });
  }
});

test.runIf(!isRoot)('a folder that is not ours to write is refused', async () => {
  const data = path.join(scratch, 'read-only');
  mkdirSync(data, { mode: 0o555 });
  await expect(openPostgres({ data, env })).rejects.toMatchObject({ detail: { reason: 'access' } });
});

test('data of another major version is refused and left alone', async () => {
  const data = path.join(scratch, 'old');
  mkdirSync(path.join(data, 'pg14'), { recursive: true });
  writeFileSync(path.join(data, 'pg14/PG_VERSION'), '14\n');
  await expect(openPostgres({ data, env })).rejects.toMatchObject({ detail: { reason: 'version' } });
  expect(readdirSync(path.join(data, 'pg14'))).toEqual(['PG_VERSION']);
});

test('the address of a server that never ran cannot be told', () => {
  expect(() => addressOf({ data: path.join(scratch, 'nowhere'), env })).toThrow('start one with plumb serve');
});

test('a path too long for a socket has its socket elsewhere', async () => {
  const long = path.join(scratch, 'x'.repeat(100));
  const postgres = await open(long, 'npm');
  expect(decodeURIComponent(postgres.url)).not.toContain('xxx');
  expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
  await postgres.stop();
});

describe.each(origins)('a server of the %s', (origin) => {
  const data = path.join(scratch, origin);
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await open(data, origin);
  });
  afterAll(async () => {
    await postgres?.stop();
  });
  const reopen = async (): Promise<void> => {
    await postgres.stop();
    postgres = await open(data, origin);
  };

  test('listens on no port, knows letters, and is no superuser', async () => {
    expect(postgres.origin).toBe(origin);
    expect(
      await query(
        postgres,
        "select current_setting('listen_addresses') a, lower('É') l, (select rolsuper from pg_roles where rolname = current_user) s",
      ),
    ).toEqual([{ a: '', l: 'é', s: false }]);
    expect(statSync(path.join(data, 'db-secret')).mode & 0o777).toBe(0o600);
  });

  test('lets nobody in without the password, and no superuser at all', async () => {
    const wrong = postgres.url.replace(/:[0-9a-f]{48}@/, ':wrong@');
    await expect(query({ url: wrong }, 'select 1')).rejects.toThrow('password authentication failed');
    const admin = postgres.url.replace('plumb:', 'plumb_admin:');
    await expect(query({ url: admin }, 'select 1')).rejects.toThrow('password authentication failed');
    expect(await query({ url: addressOf({ data, env }) }, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a second one on the same folder is refused, with the process that has it', async () => {
    await expect(open(data, origin)).rejects.toMatchObject({
      detail: { reason: 'busy' },
      message: expect.stringContaining(String(process.pid)) as string,
    });
  });

  test('what was committed is there after a stop with work under way', async () => {
    const client = new pg.Client({ connectionString: postgres.url });
    client.on('error', () => {});
    await client.connect();
    await client.query('create table kept (i int)');
    await client.query('insert into kept values (1)');
    await client.query('begin');
    await client.query('insert into kept values (2)');
    await reopen();
    await client.end().catch(() => {});
    expect(await query(postgres, 'select i from kept')).toEqual([{ i: 1 }]);
  });

  test('kill -9 of everything loses no row that was acknowledged', async () => {
    await query(postgres, 'create table rows (i int primary key)');
    const client = new pg.Client({ connectionString: postgres.url });
    client.on('error', () => {});
    await client.connect();
    let acknowledged = 0;
    const writing = (async () => {
      for (let i = 1; ; i++) {
        await client.query('insert into rows values ($1)', [i]);
        acknowledged = i;
      }
    })().catch(() => {});
    await sleep(300);
    const postmaster = postmasterOf(data);
    for (const pid of [postmaster, ...childrenOf(postmaster)]) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    await postgres.exited;
    await writing;
    postgres = await open(data, origin);
    const [row] = await query(postgres, 'select max(i) as most, count(*)::int as count from rows');
    expect(acknowledged).toBeGreaterThan(0);
    expect(row!['count']).toBe(row!['most']);
    expect([acknowledged, acknowledged + 1]).toContain(row!['most']);
  });

  test('a stale file that names a process of somebody else is put aside', async () => {
    await postgres.stop();
    const cluster = clusterOf(data);
    const owner = statSync(cluster);
    const other = spawn('sleep', ['60'], isRoot ? { uid: owner.uid, gid: owner.gid } : {});
    await sleep(50);
    writeFileSync(path.join(cluster, 'postmaster.pid'), `${other.pid}\n${cluster}\n1\n5432\n\n\n\n`);
    postgres = await open(data, origin);
    expect(isAlive(other.pid!)).toBe(true);
    other.kill();
  });
});

/** Another process that opens a server: on the built files, as Node 20 runs no TypeScript. */
describe('another process', () => {
  const built = new URL('../../../dist/store/postgres/open-postgres.js', import.meta.url).href;
  const script = (data: string): string => `
    import { openPostgres } from ${JSON.stringify(built)};
    try {
      const it = await openPostgres({ data: ${JSON.stringify(data)}, env: { ...process.env, DATABASE_URL: '' }, origins: ['npm'] });
      console.log('up');
      process.stdin.on('end', () => it.stop()).resume();
    } catch (error) { console.log(error.detail?.reason ?? error.stack); }`;
  const start = (data: string): ChildProcess =>
    spawn(process.execPath, ['--input-type=module', '-e', script(data)], {
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true,
    });
  const said = async (child: ChildProcess): Promise<string> =>
    await new Promise((resolve) => child.stdout!.once('data', (it) => resolve(String(it).trim())));
  const ended = async (child: ChildProcess): Promise<void> =>
    await new Promise((resolve) => (child.exitCode === null ? child.once('exit', () => resolve()) : resolve()));

  const data = path.join(scratch, 'others');

  test('three at once on an empty folder: one is up, two are told that it is taken', async () => {
    const children = [start(data), start(data), start(data)];
    const words = await Promise.all(children.map(said));
    expect(words.sort()).toEqual(['busy', 'busy', 'up']);
    for (const it of children) it.stdin!.end();
    await Promise.all(children.map(ended));
  });

  test('kill -9 of it takes its server along', async () => {
    const child = start(data);
    expect(await said(child)).toBe('up');
    const postmaster = postmasterOf(data);
    child.kill('SIGKILL');
    for (let waited = 0; isAlive(postmaster) && waited < 10_000; waited += 50) await sleep(50);
    expect(isAlive(postmaster)).toBe(false);
  });

  test('a server left behind by a killed process and guard is ended by the next start', async () => {
    const child = start(data);
    expect(await said(child)).toBe('up');
    const postmaster = postmasterOf(data);
    for (const pid of childrenOf(child.pid!)) if (pid !== postmaster) process.kill(pid, 'SIGKILL');
    child.kill('SIGKILL');
    await sleep(200);
    expect(isAlive(postmaster)).toBe(true);
    const postgres = await open(data, 'npm');
    expect(isAlive(postmaster)).toBe(false);
    await postgres.stop();
  });

  test('an interrupted first start leaves no half of a cluster', async () => {
    const half = path.join(scratch, 'half');
    const child = start(half);
    while (!existsSync(half) || !readdirSync(half).some((it) => it.endsWith('.new'))) await sleep(5);
    await sleep(100);
    process.kill(-child.pid!, 'SIGKILL');
    await sleep(200);
    const postgres = await open(half, 'npm');
    expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });
});
