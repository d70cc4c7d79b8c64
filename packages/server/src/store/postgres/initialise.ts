import fs from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.ts';
import { give } from './folder.ts';
import { run, type Account } from './run.ts';
import { unavailable } from './unavailable.ts';

/**
 * The locales to try. Plain `C` would be wrong: lower('É') stays É, and words with é fall apart. From 17 on PostgreSQL
 * brings its own C.UTF-8; before, the system must have one, or ICU stands in.
 */
const locales = {
  new: [['--locale-provider=builtin', '--locale=C.UTF-8']],
  old: [['--locale=C.UTF-8'], ['--locale-provider=icu', '--icu-locale=und', '--locale=C']],
} as const;

/**
 * Makes a cluster with one role, `plumb`, and its database. Nobody can log in as its superuser, and only by password,
 * over the socket, as `plumb`. Made beside and renamed at the end, so that there is never half of one.
 */
export function initialise(binaries: Binaries, folder: string, password: string, account: Account): void {
  const unfinished = `${folder}.new`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  give(unfinished, account);
  const failure = makeFiles(binaries, unfinished, account) ?? makeRole(binaries, unfinished, password, account);
  if (failure !== undefined) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    throw unavailable('init', `PostgreSQL could not set up ${folder}: ${failure}`);
  }
  fs.renameSync(unfinished, folder);
}

function makeFiles(binaries: Binaries, folder: string, account: Account): string | undefined {
  const common = ['-D', folder, '-U', 'plumb_admin', '-A', 'reject', '-E', 'UTF8', '-k', '--no-instructions'];
  let failure: string | undefined;
  for (const locale of binaries.major >= 17 ? locales.new : locales.old) {
    const { status, stderr, error } = run(path.join(binaries.folder, 'initdb'), [...common, ...locale], account);
    if (status === 0) return undefined;
    failure = error?.message ?? lastLines(stderr);
  }
  return failure;
}

function makeRole(binaries: Binaries, folder: string, password: string, account: Account): string | undefined {
  fs.writeFileSync(path.join(folder, 'pg_hba.conf'), 'local all all scram-sha-256\n');
  const { status, stderr } = run(
    path.join(binaries.folder, 'postgres'),
    ['--single', '-D', folder, '-c', 'log_min_messages=warning', 'postgres'],
    account,
    `create role plumb login password '${password}'\ncreate database plumb owner plumb\n`,
  );
  return status === 0 && !/ERROR|FATAL/.test(stderr) ? undefined : lastLines(stderr);
}

export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-4).join(' | ');
}
