import { dirname, join, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { Disk } from './disk.ts';
import { gitRootOf } from './git-folder.ts';
import type { SkipReason } from './skip.ts';

/**
 * The patterns of one `.gitignore` or a file like it, for all that lies below its folder.
 *
 * Source: https://git-scm.com/docs/gitignore
 */
export interface Level {
  /** Absolute. */
  readonly folder: string;
  readonly patterns: Ignore;
  /** Why a file is left out that it ignores. */
  readonly reason?: SkipReason;
}

/** The files of patterns that a folder may have. Of two that speak about a path, the later one here decides. */
const ignoreFiles = {
  '.gitignore': 'gitignore',
  '.semgrepignore': 'semgrepignore',
  '.plumbignore': 'plumbignore',
} as const satisfies Record<string, SkipReason>;
const ignoreNames = Object.keys(ignoreFiles) as (keyof typeof ignoreFiles)[];

export function isIgnoreFile(path: string): boolean {
  return Object.hasOwn(ignoreFiles, path.slice(path.lastIndexOf('/') + 1));
}

/** Patterns written as in a `.gitignore`. */
export function patternsOf(lines: string | readonly string[]): Ignore {
  return ignore({ ignorecase: false, allowRelativePaths: true }).add(lines);
}

/** The levels of a folder's own files of patterns, those that can be read. `names` are the names in the folder. */
export function levelsOf(disk: Disk, folder: string, names?: ReadonlySet<string>): readonly Level[] {
  return ignoreNames
    .filter((it) => names === undefined || names.has(it))
    .flatMap((it) => levelOf(disk, folder, it, ignoreFiles[it]));
}

function levelOf(disk: Disk, folder: string, file: string, reason: SkipReason): readonly Level[] {
  const text = disk.text(join(folder, file));
  if (text === undefined) return [];
  const lines = reason === 'semgrepignore' ? included(disk, folder, text) : text;
  return [{ folder, patterns: patternsOf(lines), reason }];
}

/**
 * The patterns of a `.semgrepignore`: a line `:include .gitignore` stands for the lines of that file, in this folder or
 * below it. What is included includes nothing itself.
 *
 * Source: https://semgrep.dev/docs/ignoring-files-folders-code
 */
function included(disk: Disk, folder: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const file = /^:include[ \t]+(?<file>\S.*?)\s*$/.exec(line)?.groups!['file'];
    if (file === undefined) return line.startsWith(':') ? [] : [line];
    return file.split(/[\\/]/).includes('..') ? [] : (disk.text(join(folder, file)) ?? '').split('\n');
  });
}

/** The levels above a folder, up to the root of its git repository, outermost first; none if they ignore the folder. */
export function levelsAbove(disk: Disk, folder: string): readonly Level[] {
  const root = gitRootOf(folder);
  if (root === undefined) return [];
  const above: string[] = [];
  for (let at = folder; at !== root;) above.unshift((at = dirname(at)));
  const levels = [
    ...levelOf(disk, root, '.git/info/exclude', 'gitignore'),
    ...above.flatMap((it) => levelsOf(disk, it)),
  ];
  // The user asked for this folder by name.
  return folder !== root && verdict(levels, folder, true).ignored ? [] : levels;
}

export interface Verdict {
  readonly ignored: boolean;
  readonly kept: boolean;
  readonly reason?: SkipReason | undefined;
}

/** What the levels say of a path. The innermost one that says anything decides, as in git. */
export function verdict(levels: readonly Level[], path: string, isFolder: boolean): Verdict {
  for (let index = levels.length - 1; index >= 0; index--) {
    const { folder, patterns, reason } = levels[index]!;
    const { ignored, unignored } = patterns.test(below(folder, path) + (isFolder ? '/' : ''));
    if (ignored || unignored) return { ignored, kept: unignored, reason };
  }
  return { ignored: false, kept: false };
}

/** `path` as seen from a folder that it lies in. `path.relative` takes most of the walk's time here. */
function below(folder: string, path: string): string {
  const shown = path.slice(folder.endsWith(sep) ? folder.length : folder.length + 1);
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}
