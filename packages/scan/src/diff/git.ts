import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { devNull } from 'node:os';
import { dirname } from 'node:path';
import { UserError } from '@plumbline/core';
import { gitRootOf } from '../walk/git-folder.ts';

/** A state that git keeps. */
export interface Commit {
  /** Absolute: the work tree's root. */
  readonly repository: string;
  readonly id: string;
}

/** A file of that state. Shape: `path` is relative to the repository's root, with `/`. */
export interface Blob {
  readonly path: string;
  readonly id: string;
  /** Units: bytes. NaN for a file that is not here: a partial clone may lack files, and only who needs one is told. */
  readonly size: number;
  readonly is: 'file' | 'link' | 'submodule';
  /** Whether a system may run it as a program. */
  readonly isRunnable: boolean;
}

/**
 * What a folder's work tree is compared with: the commit where its history and the base's part.
 *
 * Errors: `repository-missing`, `base-unknown`, `history-shallow`, `base-unrelated`, `git-failed`.
 */
export function commonCommit(folder: string, base: string): Commit {
  const repository = gitRootOf(folder);
  if (repository === undefined) throw new UserError('repository-missing', { path: folder });
  const ask = (...args: string[]): Asked => git(repository, args);
  const isShallow = ask('rev-parse', '--is-shallow-repository').text.trim() === 'true';
  const commitOf = (name: string): string => {
    const { ok, text } = ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
    if (ok && isId(text.trim())) return text.trim();
    throw new UserError(isShallow ? 'history-shallow' : 'base-unknown', { base });
  };
  const { ok, text } = ask('merge-base', commitOf(base), commitOf('HEAD'));
  const id = text.trim();
  if (ok && isId(id)) return { repository, id };
  throw new UserError(isShallow ? 'history-shallow' : 'base-unrelated', { base });
}

/** All files of a commit, but those whose path could not be a file's in the work tree. */
export function blobsOf({ repository, id }: Commit): readonly Blob[] {
  const lines = must(repository, ['ls-tree', '-r', '-l', '-z', '--full-tree', id]).toString('utf8').split('\0');
  return lines.flatMap((line) => {
    const found = /^(?<mode>\d{6}) \w+ (?<id>[0-9a-f]+) +(?<size>\d+|-|BAD)\t(?<path>.+)$/s.exec(line)?.groups;
    if (!found || !isInside(found['path']!)) return [];
    const size = found['size'] === '-' ? 0 : Number(found['size']);
    const mode = found['mode']!;
    return [{ path: found['path']!, id: found['id']!, size, is: kindOf(mode), isRunnable: mode === '100755' }];
  });
}

/** A commit may hold any path: what is written to a folder of ours must stay in it. */
function isInside(path: string): boolean {
  const parts = path.split(process.platform === 'win32' ? /[\\/]/ : '/');
  const isOdd = (part: string): boolean => ['', '.', '..'].includes(part) || part.toLowerCase() === '.git';
  return !path.includes('\ufffd') && !parts.some(isOdd) && !(process.platform === 'win32' && path.includes(':'));
}

function kindOf(mode: string): Blob['is'] {
  return mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'file';
}

/** The contents of blobs, in their order. */
export function contentsOf({ repository }: Commit, ids: readonly string[]): readonly Buffer[] {
  if (ids.length === 0) return [];
  const bytes = must(repository, ['cat-file', '--batch', '--buffer'], ids.map((it) => `${it}\n`).join(''));
  let at = 0;
  return ids.map((id) => {
    const end = bytes.indexOf('\n', at);
    const [, kind, size] = bytes.toString('latin1', at, end).split(' ');
    if (kind !== 'blob') throw missing(id);
    const start = end + 1;
    at = start + Number(size) + 1;
    return bytes.subarray(start, at - 1);
  });
}

/** Left out of a partial clone, mostly: git would fetch it, and we let it fetch nothing. */
function missing(id: string): UserError {
  return new UserError('git-failed', {
    message: `the object ${id} is not here: get it (git fetch --refetch --no-filter)`,
  });
}

function isId(text: string): boolean {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text);
}

interface Asked {
  readonly ok: boolean;
  readonly text: string;
}

function git(repository: string, args: readonly string[]): Asked {
  const { status, stdout, stderr, error } = run(repository, args);
  if (error) throw new UserError('git-failed', { message: error.message });
  const complaint = stderr.toString('utf8').trim();
  if (status !== 0 && complaint !== '') throw new UserError('git-failed', { message: firstLine(complaint) });
  return { ok: status === 0, text: stdout.toString('utf8') };
}

function must(repository: string, args: readonly string[], input = ''): Buffer {
  const { status, stdout, stderr, error } = run(repository, args, input);
  if (error ?? status !== 0)
    throw new UserError('git-failed', { message: error?.message ?? firstLine(stderr.toString('utf8').trim()) });
  return stdout;
}

function firstLine(text: string): string {
  return text.split('\n')[0]!.replace(/\.$/, '');
}

/** Units: bytes that git may answer with. */
const longestAnswer = 2 ** 30;

/**
 * Asks git for objects alone. The repository is foreign: nothing that its settings name is run (hooks, monitors, filters,
 * transports of partial clones), a bare repository that lies in its files is none, and what the environment says about
 * another repository does not count.
 */
function run(repository: string, args: readonly string[], input = ''): SpawnSyncReturns<Buffer> {
  const settings = ['core.fsmonitor=false', `core.hooksPath=${devNull}`, 'safe.bareRepository=explicit'];
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return spawnSync(
    'git',
    ['-C', repository, '--no-pager', '--no-replace-objects', ...settings.flatMap((it) => ['-c', it]), ...args],
    {
      // Windows looks for commands in the current folder first: not in the scanned one.
      cwd: dirname(process.execPath),
      env: {
        ...Object.fromEntries(kept),
        GIT_OPTIONAL_LOCKS: '0',
        GIT_NO_LAZY_FETCH: '1',
        GIT_ALLOW_PROTOCOL: 'none',
        GIT_TERMINAL_PROMPT: '0',
        LC_ALL: 'C',
      },
      input,
      maxBuffer: longestAnswer,
      windowsHide: true,
    },
  );
}
