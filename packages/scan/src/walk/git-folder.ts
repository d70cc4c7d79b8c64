import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The nearest folder from here upwards that holds `.git`. */
export function gitRootOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** Git's own folder of a work tree. In a linked work tree or a submodule `.git` is a file that names it. */
export function gitFolderOf(root: string): string {
  const path = join(root, '.git');
  const link = /^gitdir: (.+)$/.exec(firstLine(path) ?? '')?.[1];
  return link === undefined ? path : resolve(dirname(path), link);
}

export function firstLine(file: string): string | undefined {
  return textIn(file)?.split('\n')[0]?.trim();
}

export function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // expected: git has many ways to keep a ref, and not all of these files exist
  }
}
