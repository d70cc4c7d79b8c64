import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/**
 * The patterns of one `.gitignore`, for all that lies below its folder.
 *
 * Source: https://git-scm.com/docs/gitignore
 */
export interface Level {
  /** Absolute. */
  readonly folder: string;
  readonly patterns: Ignore;
}

/** Patterns written as in a `.gitignore`. */
export function patternsOf(lines: string | readonly string[]): Ignore {
  return ignore({ ignorecase: false, allowRelativePaths: true }).add(lines);
}

/** The level of a folder's own `.gitignore`, if it has one that can be read. */
export function levelOf(folder: string, file = '.gitignore'): Level | undefined {
  try {
    return { folder, patterns: patternsOf(readFileSync(join(folder, file), 'utf8')) };
  } catch {
    return undefined; // expected: no such file, or one that we may not read
  }
}

/** The nearest folder from here upwards that holds `.git`. */
export function gitRootOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** The levels above a folder, up to the root of its git repository, outermost first; none if they ignore the folder. */
export function levelsAbove(folder: string): readonly Level[] {
  const root = gitRootOf(folder);
  if (root === undefined) return [];
  const levels = [levelOf(root, '.git/info/exclude')];
  for (let at = folder; at !== root;) {
    at = dirname(at);
    levels.splice(1, 0, levelOf(at));
  }
  const found = levels.filter((it) => it !== undefined);
  // The user asked for this folder by name.
  return folder !== root && verdict(found, folder, true).ignored ? [] : found;
}

/** What the levels say of a path. The innermost one that says anything decides, as in git. */
export function verdict(
  levels: readonly Level[],
  path: string,
  isFolder: boolean,
): { readonly ignored: boolean; readonly kept: boolean } {
  for (let index = levels.length - 1; index >= 0; index--) {
    const { folder, patterns } = levels[index]!;
    const { ignored, unignored } = patterns.test(below(folder, path) + (isFolder ? '/' : ''));
    if (ignored || unignored) return { ignored, kept: unignored };
  }
  return { ignored: false, kept: false };
}

/** `path` as seen from a folder that it lies in. `path.relative` takes most of the walk's time here. */
function below(folder: string, path: string): string {
  const shown = path.slice(folder.endsWith(sep) ? folder.length : folder.length + 1);
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}
