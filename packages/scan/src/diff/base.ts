import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { realDisk, type Disk, type Entry } from '../walk/disk.ts';
import { isIgnoreFile } from '../walk/ignore-files.ts';
import { readBytes } from '../walk/read.ts';
import type { WalkedFile } from '../walk/walk.ts';
import { blobsOf, commonCommit, contentsOf, type Blob, type Commit } from './git.ts';

/** The state that a work tree is compared with, seen from the project's root. */
export interface Base {
  readonly commit: string;
  /** For the walk: where the files would lie if they were checked out. */
  readonly disk: Disk;
  /** Whether this file of the work tree has the same bytes in the base. */
  readonly has: (file: WalkedFile) => boolean;
  /** Whether a path lies in a submodule, of which git keeps nothing here. */
  readonly isSubmodule: (path: string) => boolean;
  /** Writes these files to a folder outside the project while something is done with them. */
  readonly written: <T>(files: readonly WalkedFile[], use: (root: string) => Promise<T>) => Promise<T>;
}

/**
 * What git has of a project at the commit where its history and the base's part.
 *
 * Errors: those of `commonCommit`.
 */
export function openBase(root: string, name: string): Base {
  const commit = commonCommit(root, name);
  const blobs = blobsOf(commit);
  const within = relative(commit.repository, root).replaceAll(sep, '/');
  const prefix = within === '' ? '' : `${within}/`;
  const own = new Map(
    blobs.filter((it) => it.path.startsWith(prefix)).map((it) => [it.path.slice(prefix.length), it] as const),
  );
  const submodules = [...own].filter(([, it]) => it.is === 'submodule').map(([path]) => `${path}/`);
  return {
    commit: commit.id,
    disk: diskOf(commit, blobs),
    has(file) {
      const blob = own.get(file.path);
      if (blob?.is !== 'file' || Math.abs(blob.size - file.size) > 0) return false;
      const bytes = readBytes(root, file.path, file.size);
      return bytes !== undefined && blob.id === idOf(bytes, blob.id.length);
    },
    isSubmodule: (path) => submodules.some((it) => path.startsWith(it)),
    written: async (files, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'plumb-base-'));
      try {
        for (let at = 0; at < files.length; at += atOnce) {
          const some = files.slice(at, at + atOnce).flatMap((it) => own.get(it.path) ?? []);
          const contents = contentsOf(commit, idsOf(some));
          for (const [index, { path }] of some.entries())
            write(join(folder, path.slice(prefix.length)), contents[index]!);
        }
        return await use(folder);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Files whose contents are in memory together. */
const atOnce = 100;

function idsOf(blobs: readonly Blob[]): readonly string[] {
  return blobs.map((it) => it.id);
}

function write(file: string, content: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content, { flag: 'wx' });
}

/** A blob's id is the hash of its kind, its size and its bytes. Source: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
function idOf(bytes: Buffer, digits: number): string {
  const hash = createHash(digits === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Units: bytes. */
const largestPatterns = 2 ** 20;

/** A commit's files as folders of entries. */
function diskOf(commit: Commit, blobs: readonly Blob[]): Disk {
  const files = new Map<string, Blob>();
  const folders = new Map<string, Map<string, Entry>>([[commit.repository, new Map()]]);
  for (const blob of blobs) {
    const path = join(commit.repository, blob.path);
    if (blob.is !== 'submodule') files.set(path, blob);
    addEntry(folders, path, entryOf(blob));
  }
  const patterns = blobs.filter((it) => it.is === 'file' && !(it.size > largestPatterns) && isIgnoreFile(it.path));
  const contents = contentsOf(commit, idsOf(patterns));
  const known = new Map(patterns.map((it, at) => [it.id, contents[at]!.toString('utf8')]));
  const exclude = join(commit.repository, '.git', 'info', 'exclude');
  return {
    entries: (folder) => [...(folders.get(folder)?.values() ?? [])],
    isFolder: (path) => folders.has(path),
    tracked: () => () => true,
    stat(path) {
      const blob = files.get(path);
      if (!blob) throw Object.assign(new Error(`${path} is not in the base`), { code: 'ENOENT' });
      return { size: blob.size, isRunnable: blob.isRunnable };
    },
    text(path) {
      if (path === exclude) return realDisk.text(path);
      const blob = files.get(path);
      if (blob?.is !== 'file' || blob.size > largestPatterns) return undefined;
      return known.get(blob.id) ?? contentsOf(commit, [blob.id])[0]!.toString('utf8');
    },
  };
}

/** Puts an entry into its folder, and that one into its own, up to a folder that is known. */
function addEntry(folders: Map<string, Map<string, Entry>>, path: string, entry: Entry): void {
  for (let [at, added] = [path, entry]; ; added = kind(at, 'folder')) {
    at = dirname(at);
    const entries = folders.get(at);
    entries?.set(added.name, added);
    if (entries) return;
    folders.set(at, new Map([[added.name, added]]));
  }
}

function entryOf({ path, is }: Blob): Entry {
  return kind(path, is === 'submodule' ? 'folder' : is);
}

function kind(path: string, is: 'file' | 'folder' | 'link'): Entry {
  return {
    name: path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf(sep)) + 1),
    isFile: () => is === 'file',
    isDirectory: () => is === 'folder',
    isSymbolicLink: () => is === 'link',
  };
}
