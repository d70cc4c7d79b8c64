import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { lastLines } from './initialise.ts';
import { cleanEnvironment, type Account } from './run.ts';
import { unavailable } from './unavailable.ts';

export interface Running {
  readonly pid: number;
  /** Settles when the server ends, for whatever reason. */
  readonly exited: Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface Place {
  readonly binaries: Binaries;
  readonly cluster: string;
  readonly sockets: string;
  readonly log: string;
  readonly account: Account;
}

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  ssl: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',
  max_connections: '50',
  shared_buffers: '128MB',
};

const longestStart = 60_000;
const largestLog = 16e6;

/** Starts the server and waits until it takes connections. */
export async function start(place: Place): Promise<Running> {
  const end = Date.now() + longestStart;
  for (;;) {
    const attempt = await startOnce(place, end);
    if (attempt.is === 'running') return attempt.running;
    // the backends of a killed server live on for a moment
    if (!/pre-existing shared memory|still in use/.test(attempt.log) || Date.now() > end) {
      throw unavailable('start', `PostgreSQL did not start: ${lastLines(attempt.log)}`);
    }
    await sleep(100);
  }
}

type Attempt = { readonly is: 'running'; readonly running: Running } | { readonly is: 'failed'; readonly log: string };

async function startOnce(place: Place, end: number): Promise<Attempt> {
  if ((fs.statSync(place.log, { throwIfNoEntry: false })?.size ?? 0) > largestLog) {
    fs.renameSync(place.log, `${place.log}.1`);
  }
  const log = fs.openSync(place.log, 'a', 0o600);
  const from = fs.fstatSync(log).size;
  const server = spawnServer(place, log);
  fs.closeSync(log);

  const state = { ended: false };
  const release = server.pid === undefined ? () => {} : guard(server.pid, place.account);
  const exited = new Promise<void>((resolve) => {
    const done = (): void => {
      state.ended = true;
      release();
      resolve();
    };
    server.once('exit', done).once('error', done);
  });

  while (!state.ended && Date.now() < end) {
    if (isReady(place.cluster, server.pid)) {
      return { is: 'running', running: { pid: server.pid!, exited, stop: async () => await stop(server, exited) } };
    }
    await sleep(10);
  }
  if (!state.ended) server.kill('SIGQUIT');
  await exited;
  return { is: 'failed', log: fs.readFileSync(place.log).subarray(from).toString('utf8') };
}

/** In a session of its own: Ctrl-C in the terminal reaches us first, and we stop it then. Its log is never a pipe to us. */
function spawnServer(place: Place, log: number): ChildProcess {
  const all = Object.entries({ ...settings, unix_socket_directories: place.sockets });
  return spawn(
    path.join(place.binaries.folder, 'postgres'),
    ['-D', place.cluster, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { cwd: place.cluster, env: cleanEnvironment, stdio: ['ignore', log, log], detached: true, ...place.account },
  );
}

/**
 * Stops the server when this process dies, kill -9 included: then the guard's standard input closes. Returns how to
 * send it home.
 */
function guard(pid: number, account: Account): () => void {
  const shell = spawn('/bin/sh', ['-c', `read -r _ || kill -INT ${pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
    ...account,
  });
  const ignore = (): void => {};
  shell.on('error', ignore).unref();
  shell.stdin.on('error', ignore);
  if (shell.stdin instanceof net.Socket) shell.stdin.unref();
  return () => shell.stdin.end('done\n');
}

/** Source: src/include/utils/pidfile.h of PostgreSQL: line 1 is the process id, line 8 the state. */
function isReady(cluster: string, pid: number | undefined): boolean {
  const file = path.join(cluster, 'postmaster.pid');
  if (!fs.existsSync(file)) return false;
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  return Number(lines[0]) === pid && lines[7]?.startsWith('ready') === true;
}

/** A fast shutdown: open transactions are rolled back, and what was committed is on disk. */
async function stop(server: ChildProcess, exited: Promise<void>): Promise<void> {
  server.kill('SIGINT');
  const impatient = setTimeout(() => server.kill('SIGQUIT'), 30_000);
  await exited;
  clearTimeout(impatient);
}
