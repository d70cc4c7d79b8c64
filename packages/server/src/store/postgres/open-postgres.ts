import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { checkAccess, serverAccount } from './account.ts';
import { findBinaries, oldestMajor, type Binaries, type Origin } from './binaries.ts';
import { clusters, dataFolder, makeSocketFolder, socketFolder, type Cluster } from './folder.ts';
import { initialise } from './initialise.ts';
import { lock } from './lock.ts';
import { endOrphan } from './orphan.ts';
import { codeOf, type Account } from './run.ts';
import { start } from './start.ts';
import { unavailable } from './unavailable.ts';

export interface PostgresOptions {
  /** Where the data is, unless DATABASE_URL names a server. */
  readonly data: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly origins?: readonly Origin[];
}

export interface Postgres {
  /** Takes connections. Holds a password: not for logs. */
  readonly url: string;
  readonly origin: 'url' | Origin;
  readonly version: string;
  /** Settles when our server ends, for whatever reason; never for one that is not ours. */
  readonly exited: Promise<void>;
  /** Ends our own server alone. */
  readonly stop: () => Promise<void>;
}

/**
 * Finds or starts the PostgreSQL that the platform uses: the one that DATABASE_URL names; else our own, on a Unix
 * socket, from the system's binaries or those of an npm package. Data that is there already decides the version.
 *
 * Shape:  the data folder holds `pg<major>/`, `run/` (sockets), `db-secret` (the password, for its owner alone), `pg.log`.
 * Errors: `UserError` "database-unavailable", with the reason.
 */
export async function openPostgres(options: PostgresOptions): Promise<Postgres> {
  const { env = process.env, origins = ['system', 'npm'] } = options;
  if (env['DATABASE_URL']) return external(env['DATABASE_URL']);

  const data = dataFolder(options.data);
  const account = serverAccount(data, env);
  checkAccess(data, account);
  const sockets = socketFolder(data, env);
  makeSocketFolder(sockets, account);
  const held = await lock(path.join(sockets, 'launcher.sock'));
  try {
    const { binaries, cluster } = choose(clusters(data), findBinaries(data, account, { env, origins }));
    const password = passwordIn(data);
    const folder = cluster ?? made(data, binaries, { password, account });
    await endOrphan(folder);
    const log = path.join(data, 'pg.log');
    const { stop, exited } = await start({ binaries, cluster: folder, sockets, log, account });
    const { origin, version } = binaries;
    return { url: urlOf(password, sockets), origin, version, stop, exited: exited.then(() => void held.close()) };
  } catch (error) {
    held.close();
    throw error;
  }
}

/** The address of a server that a `plumb serve` keeps running on a data folder: DATABASE_URL, or our own. */
export function addressOf({ data, env = process.env }: PostgresOptions): string {
  if (env['DATABASE_URL']) return env['DATABASE_URL'];
  const secret = path.join(data, 'db-secret');
  try {
    return urlOf(fs.readFileSync(secret, 'utf8'), socketFolder(fs.realpathSync(data), env));
  } catch (error) {
    throw unavailable(
      'access',
      codeOf(error) === 'ENOENT'
        ? `no platform runs on ${data}: start one with plumb serve, or name its folder with --data`
        : `${secret} cannot be read (${codeOf(error)}): it belongs to who runs plumb serve`,
    );
  }
}

function external(url: string): Postgres {
  return { url, origin: 'url', version: '', exited: new Promise(() => {}), stop: async () => {} };
}

function urlOf(password: string, sockets: string): string {
  return `postgres://plumb:${password}@localhost/plumb?host=${encodeURIComponent(sockets)}`;
}

/** The first server that can read the data there is; any, if there is none. */
function choose(have: readonly Cluster[], found: Iterable<Binaries>): { binaries: Binaries; cluster?: string } {
  const seen: string[] = [];
  for (const binaries of found) {
    seen.push(binaries.version);
    const cluster = have.find((it) => it.major === binaries.major);
    if (cluster) return { binaries, cluster: cluster.folder };
    if (have.length === 0) return { binaries };
  }
  const made = have[0];
  if (made) {
    throw unavailable(
      'version',
      `${made.folder} was made by PostgreSQL ${made.major}, and here is only ${seen.join(', ') || 'none'}: install ${made.major}, or choose another folder with --data`,
    );
  }
  throw unavailable(
    'no-binary',
    `no PostgreSQL ${oldestMajor} or newer was found: install postgresql, set DATABASE_URL, or install Plumbline with its optional dependencies`,
  );
}

function passwordIn(data: string): string {
  const file = path.join(data, 'db-secret');
  try {
    fs.writeFileSync(file, randomBytes(24).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const password = fs.readFileSync(file, 'utf8');
  if (!/^[0-9a-f]{48}$/.test(password)) throw unavailable('access', `${file} does not hold the database's password`);
  return password;
}

function made(
  data: string,
  binaries: Binaries,
  { password, account }: { readonly password: string; readonly account: Account },
): string {
  const folder = path.join(data, `pg${binaries.major}`);
  initialise(binaries, folder, password, account);
  return folder;
}
