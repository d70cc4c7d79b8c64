import fs from 'node:fs';
import os from 'node:os';
import { clusters } from './folder.ts';
import { run, type Account } from './run.ts';
import { unavailable } from './unavailable.ts';

/** Accounts that a server may run under when we are root, in order. None is ever made: the host is left as it is. */
const candidates = ['plumbline', 'postgres', 'nobody'];

/**
 * The account for PostgreSQL, which refuses to run as root: the owner of the data, or one that exists already.
 *
 * Errors: initdb wants an entry in /etc/passwd for its account; a container with a random uid has none.
 */
export function serverAccount(data: string, env: NodeJS.ProcessEnv): Account {
  if (process.getuid?.() !== 0) {
    checkOwnEntry();
    return {};
  }
  const owner = clusters(data)
    .map((it) => fs.statSync(it.folder))
    .find((it) => it.uid !== 0);
  if (owner) return { uid: owner.uid, gid: owner.gid };

  const entries = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of [env['PLUMB_PG_USER'], ...candidates]) {
    const entry = entries.find((it) => name !== undefined && it[0] === name && it[2] !== '0');
    if (entry) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw unavailable('no-account', 'PostgreSQL does not run as root, and there is no other account: set PLUMB_PG_USER');
}

function checkOwnEntry(): void {
  try {
    os.userInfo();
  } catch {
    throw unavailable(
      'no-account',
      `user id ${process.getuid?.()} has no entry in /etc/passwd, which PostgreSQL needs: add one, or set DATABASE_URL`,
    );
  }
}

/** Tried by the account itself: `cwd` proves nothing, as libuv enters it before it gives up root. */
export function checkAccess(data: string, account: Account): void {
  if (account.uid === undefined) return;
  if (run('/bin/sh', ['-c', 'cd -- "$0"', data], account).status === 0) return;
  throw unavailable(
    'access',
    `user id ${account.uid}, under which PostgreSQL would run, cannot enter ${data}: as root keep the data outside /root, as in /var/lib/plumbline`,
  );
}
