import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, run } from './run.ts';
import { unavailable } from './unavailable.ts';

/**
 * Ends a server that outlived the process which started it. We hold the lock, so nobody else wants it. A process of
 * that id that is no PostgreSQL has got the id since: then only the file is stale.
 */
export async function endOrphan(cluster: string): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  if (!pid || !isAlive(pid)) return; // PostgreSQL removes this one itself
  if (!nameOf(pid).includes('postgres')) {
    fs.rmSync(file, { force: true });
    return;
  }
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    if (!signalled(pid, signal)) return;
    for (const end = Date.now() + patience; isAlive(pid) && Date.now() < end;) await sleep(20);
    if (!isAlive(pid)) return;
  }
  throw unavailable('busy', `a PostgreSQL (process ${pid}) still runs on ${cluster}`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false; // gone in this moment
  }
}

/** A process's program; `postgres` when nobody can tell, which is the careful answer. */
function nameOf(pid: number): string {
  const name = run('/bin/ps', ['-o', 'comm=', '-p', String(pid)], {}).stdout;
  if (name) return name;
  const file = `/proc/${pid}/comm`;
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : 'postgres';
}
