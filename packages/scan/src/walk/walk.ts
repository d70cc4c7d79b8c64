import { basename, dirname, join, relative, sep } from 'node:path';
import type { Problem } from '@plumbline/core';
import { realDisk, type Disk, type Entry } from './disk.ts';
import { excludedFile, excludedFolder } from './excludes.ts';
import { levelsAbove, levelsOf, verdict, type Level, type Verdict } from './ignore-files.ts';
import type { Skip, SkipReason } from './skip.ts';
import type { Tracked } from './tracked.ts';

/**
 * A file to look at.
 *
 * Shape: `path` is relative to the project's root, with `/`. `named`: the user gave it by name, so nothing but its size
 *        and its content keeps it out.
 */
export interface WalkedFile {
  readonly path: string;
  readonly size: number;
  readonly named: boolean;
  /** The system may run it as a program. */
  readonly isRunnable?: true;
}

export interface Walked {
  /** In order of path, each once. */
  readonly files: readonly WalkedFile[];
  readonly skips: readonly Skip[];
  readonly problems: readonly Problem[];
}

export interface WalkOptions {
  /** Absolute: what paths are relative to. */
  readonly root: string;
  /** Absolute files and folders in the root. */
  readonly targets: readonly string[];
  /** Where the files are; the real disk when it is left out. */
  readonly disk?: Disk;
  /** Absolute files that are left out: what this tool has written itself. */
  readonly own?: ReadonlySet<string>;
  /** Why nobody reads such a file at all; undefined for one that somebody does. Asks only if need be what may be run. */
  readonly unwanted: (path: string, isRunnable: () => boolean) => SkipReason | undefined;
  /** Whether it is a pity that such a file is too large: then it is a Problem, too. */
  readonly missed: (path: string) => boolean;
  /** Largest file that is read. Units: bytes. */
  readonly maxBytes: (path: string, isRunnable: boolean) => number;
  /** Patterns of `exclude` in plumbline.yaml, and the folder they are relative to. A `!` keeps what others leave out. */
  readonly exclude?: Level | undefined;
  /** Patterns of `include`: if there are any, nothing else is scanned. */
  readonly include?: Level | undefined;
}

/** A folder on its way to be read. `levels` are the files of patterns that speak about it. */
interface Folder {
  readonly path: string;
  readonly levels: readonly Level[];
}

interface Walk {
  readonly options: WalkOptions;
  readonly disk: Disk;
  readonly tracked: Tracked;
  readonly files: Map<string, WalkedFile>;
  readonly skips: Skip[];
  readonly problems: Problem[];
}

/**
 * All files of a project that somebody wants to read, and a reason for each file and folder left out.
 *
 * Symbolic links are never followed, so that the walk ends and stays in the root. `.gitignore` files, and those of their
 * kind, count as in git, from the repository's root down: what git keeps, its patterns do not leave out. Nothing here throws for what it finds on the disk.
 */
export function walk(options: WalkOptions): Walked {
  const { disk = realDisk } = options;
  const tracked = whenAsked(() => disk.tracked(options.root));
  const state: Walk = { options, disk, tracked, files: new Map(), skips: [], problems: [] };
  for (const target of options.targets) {
    if (disk.isFolder(target)) walkFolder(state, { path: target, levels: levelsAbove(disk, target) });
    else addFile(state, target, true);
  }
  const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
    a.path === b.path ? 0 : a.path < b.path ? -1 : 1;
  return {
    files: [...state.files.values()].toSorted(byPath),
    skips: state.skips.toSorted(byPath),
    problems: state.problems,
  };
}

/** Most projects need not be asked: git ignores nothing in them that nobody else leaves out. */
function whenAsked(read: () => Tracked): Tracked {
  let known: Tracked | undefined;
  return (path) => (known ??= read())(path);
}

function walkFolder(state: Walk, first: Folder): void {
  const open: Folder[] = [first];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const entries = entriesOf(state, folder.path);
    const names = new Set(entries.map((it) => it.name));
    const own = levelsOf(state.disk, folder.path, names);
    const levels = own.length > 0 ? [...folder.levels, ...own] : folder.levels;
    for (const entry of entries) {
      const at: Folder = { path: join(folder.path, entry.name), levels };
      if (!entry.isDirectory()) visit(state, entry, at);
      else open.push(...enter(state, at, names));
    }
  }
}

function entriesOf(state: Walk, folder: string): readonly Entry[] {
  try {
    return state.disk.entries(folder);
  } catch (error) {
    // Expected: no permission, gone since its parent was read, a path longer than the system takes.
    unreadable(state, `${relativeTo(state, folder)}/`, error);
    return [];
  }
}

/** The folder as it is to be walked; nothing, and a reason, if it is left out. */
function enter(state: Walk, { path, levels }: Folder, siblings: ReadonlySet<string>): readonly Folder[] {
  const wish = state.options.exclude ? verdict([state.options.exclude], path, true) : undefined;
  if (wish?.kept) return [{ path, levels: [] }];
  const said = verdict(levels, path, true);
  const reason =
    (wish?.ignored ? 'excluded' : undefined) ??
    excludedFolder(basename(path), siblings) ??
    ignoredBy(said, path, state.tracked);
  if (reason === undefined) {
    // A level further out may ignore what a level further in keeps; it must not ignore the files in there.
    return [{ path, levels: said.kept ? levels.filter((it) => !verdict([it], path, true).ignored) : levels }];
  }
  skip(state, `${relativeTo(state, path)}/`, reason);
  return [];
}

function visit(state: Walk, entry: Entry, at: Folder): void {
  const { include, unwanted } = state.options;
  if (include && !verdict([include], at.path, false).ignored) return;
  const shown = relativeTo(state, at.path);
  const isRunnable = (): boolean => mayRun(state, at.path);
  const reason = kindOf(entry) ?? unwanted(shown, isRunnable) ?? leftOut(state, entry.name, at);
  if (reason === undefined) addFile(state, at.path, false);
  else skip(state, shown, reason);
}

function kindOf(entry: Entry): SkipReason | undefined {
  if (entry.isSymbolicLink()) return 'symlink';
  return entry.isFile() ? undefined : 'special';
}

function ignoredBy(said: Verdict, path: string, tracked: Tracked): SkipReason | undefined {
  if (!said.ignored) return undefined;
  return said.reason === 'gitignore' && tracked(path) ? undefined : said.reason;
}

function leftOut({ options, tracked }: Walk, name: string, { path, levels }: Folder): SkipReason | undefined {
  const { exclude, own } = options;
  if (own?.has(path)) return 'own-report';
  const wish = exclude ? verdict([exclude], path, false) : undefined;
  if (wish?.ignored) return 'excluded';
  if (wish?.kept) return undefined;
  const said = verdict(levels, path, false);
  return excludedFile(name) ?? ignoredBy(said, path, tracked);
}

function addFile(state: Walk, path: string, named: boolean): void {
  const shown = relativeTo(state, path);
  try {
    const { size, isRunnable } = state.disk.stat(path);
    const limit = state.options.maxBytes(shown, isRunnable);
    if (size > limit) return tooLarge(state, { path: shown, size, limit });
    const file = { path: shown, size, named, ...(isRunnable && { isRunnable }) };
    if (named || !state.files.has(shown)) state.files.set(shown, file);
  } catch (error) {
    // Expected: gone since its folder was read, a name that is not UTF-8.
    unreadable(state, shown, error);
  }
  return undefined;
}

/** Whether the system may run a file; not one that is gone. */
function mayRun(state: Walk, path: string): boolean {
  try {
    return state.disk.stat(path).isRunnable;
  } catch {
    return false; // expected: gone since its folder was read, a name that is not UTF-8; who reads it tells
  }
}

interface TooLarge {
  readonly path: string;
  /** Units: bytes. */
  readonly size: number;
  readonly limit: number;
}

function tooLarge(state: Walk, { path, size, limit }: TooLarge): void {
  const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  skip(state, path, 'too-large');
  if (!state.options.missed(path)) return;
  state.problems.push({
    code: 'file-too-large',
    message: `Not read: ${mebibytes(size)}, the limit is ${mebibytes(limit)}.`,
    file: path,
  });
}

function unreadable(state: Walk, path: string, error: unknown): void {
  skip(state, path, 'unreadable');
  state.problems.push({ code: 'file-unreadable', message: `Not read: ${reasonOf(error, path)}.`, file: path });
}

/** A system error in words, without paths of this machine. */
export function reasonOf(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  const words: Readonly<Record<string, string>> = {
    EACCES: 'no permission',
    EPERM: 'no permission',
    ENOENT: path.includes('\ufffd') ? 'its name is not UTF-8' : 'it is no longer there',
    ELOOP: 'it became a symbolic link',
    ENAMETOOLONG: 'its path is too long',
  };
  return words[code] ?? code;
}

function skip(state: Walk, path: string, reason: SkipReason): void {
  state.skips.push({ path, reason });
}

function relativeTo(state: Walk, path: string): string {
  const shown = relative(state.options.root, path);
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}

/** The folder that all the paths lie in: the one folder given, or what several share. */
export function rootOf(targets: readonly string[]): string {
  const [first = [], ...others] = targets.map((it) => (realDisk.isFolder(it) ? it : dirname(it)).split(sep));
  let shared = first.length;
  for (const other of others) {
    const differs = first.findIndex((it, at) => it !== other[at]);
    if (differs !== -1) shared = Math.min(shared, differs);
  }
  return first.slice(0, shared).join(sep) || sep;
}
