import { folderOf } from '../project.ts';
import type { Manifest } from './lockfile.ts';

/** The text of a file in the folder of a manifest; undefined when there is none. */
export function textBeside({ path, project }: Manifest, name: string): string | undefined {
  const folder = folderOf(path);
  const file = folder === '' ? name : `${folder}/${name}`;
  return project.has(file) ? project.text(file) : undefined;
}
