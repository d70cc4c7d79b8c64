import { spawnSync, type SpawnSyncReturns } from 'node:child_process';

/** The account that PostgreSQL runs under; empty: our own. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** PATH alone: no PG*, LANG or HOME of the caller changes what the server does. */
export const cleanEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Runs a program to its end, under an account. */
export function run(
  program: string,
  args: readonly string[],
  account: Account,
  input?: string,
): SpawnSyncReturns<string> {
  return spawnSync(program, args, {
    encoding: 'utf8',
    cwd: '/',
    env: cleanEnvironment,
    ...account,
    ...(input === undefined ? {} : { input }),
  });
}

/** The system's code of a failed call, as in `ENOENT`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
