import type { Rule } from '@plumbline/catalog';

/** A folder with rules of its own. Shape: `folder` is relative to the project's root, with `/`. */
export interface Area {
  readonly folder: string;
  readonly rules: readonly Rule[];
}

/** Whether a path is the folder or lies in it; everything lies in the empty one. */
export function isIn(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
