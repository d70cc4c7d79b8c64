import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { codeOf, type Account } from './run.ts';
import { unavailable } from './unavailable.ts';

/**
 * Makes a folder and those above it.
 *
 * Not `mkdirSync(…, { recursive: true })`: on Node 20 and 24 that never returns where mkdir answers ENOENT below an
 * existing folder, as in /proc.
 */
export function makeFolder(folder: string, mode: number): void {
  const parent = path.dirname(folder);
  if (!fs.existsSync(parent)) makeFolder(parent, 0o755);
  try {
    fs.mkdirSync(folder, { mode });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** The data folder under its real name, made if need be. */
export function dataFolder(folder: string): string {
  try {
    makeFolder(path.resolve(folder), 0o711);
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (error) {
    throw unavailable('access', `the data folder ${folder} cannot be written (${codeOf(error)})`);
  }
  return fs.realpathSync(folder);
}

/** A cluster: the files of one database server, in `pg<major version>`. */
export interface Cluster {
  readonly folder: string;
  readonly major: number;
}

/** The clusters of a data folder, newest version first. */
export function clusters(data: string): Cluster[] {
  return namesIn(data)
    .filter((it) => /^pg\d+$/.test(it) && fs.existsSync(path.join(data, it, 'PG_VERSION')))
    .map((it) => ({ folder: path.join(data, it), major: Number(it.slice(2)) }))
    .sort((a, b) => b.major - a.major);
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** A socket's path holds 107 bytes (103 on macOS), and `/.s.PGSQL.5432.lock` needs 19 of them. */
const longestFolder = 80;

/** Where the sockets of a data folder are; elsewhere when its own path is too long for a socket. */
export function socketFolder(data: string, env: NodeJS.ProcessEnv): string {
  if (Buffer.byteLength(data) <= longestFolder) return path.join(data, 'run');
  const tag = createHash('sha256').update(data).digest('hex').slice(0, 12);
  return path.join(env['XDG_RUNTIME_DIR'] ?? os.tmpdir(), `plumbline-${process.getuid?.() ?? 0}-${tag}`);
}

/** Makes the folder of the sockets, for nobody but us and the server. */
export function makeSocketFolder(folder: string, account: Account): void {
  makeFolder(folder, 0o700);
  const is = fs.lstatSync(folder);
  if (!is.isDirectory() || ![process.getuid?.(), account.uid].includes(is.uid)) {
    throw unavailable('access', `${folder} belongs to somebody else`);
  }
  give(folder, account);
}

export function give(folder: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) fs.chownSync(folder, uid, gid);
}
