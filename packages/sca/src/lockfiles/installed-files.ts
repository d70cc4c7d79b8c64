import { linesIn } from '../text/lines.ts';

/** Ids of packages by the files that they brought. Shape: paths from the system's root, in `plainPath`'s form. */
export type Owners = Map<string, string>;

/** One form for a file's path, however it is written: `/lib/a` and `/usr/lib/a` are one file since the folders are. */
export function plainPath(path: string): string {
  return path.replace(/^(?:\.?\/)?(?:usr\/(?=(?:lib\w*|s?bin)\/))?/, '');
}

/** The files in a list of paths, or of sums and paths, one a line. */
export function* filesIn(text: string): Iterable<string> {
  for (const { text: line } of linesIn(text)) {
    const path = /^[0-9a-f]{32} {2}/.test(line) ? line.slice(34) : line;
    if (path !== '') yield plainPath(path);
  }
}
