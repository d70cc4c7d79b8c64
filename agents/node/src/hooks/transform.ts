import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Format } from '../rewrite/parse.ts';
import { rewrite, type Rewritten } from '../rewrite/rewrite.ts';

const { dirname, sep } = path; // as they were before they were watched
const maxLength = 4 * 1024 * 1024;
const own = fs.realpathSync(dirname(fileURLToPath(import.meta.url)));
/** Libraries that put text together for others: without them, what goes into a template does not come out. */
const followedLibraries = new Set(['ejs', 'mustache', 'nunjucks', 'swig', 'sqlstring', 'squel', 'pg-format']);

/** Whether a file's string operations are followed: the application's own code, and a few libraries. */
export function isFollowed(file: string): boolean {
  if (dirname(file) === own) return false;
  const mark = `${sep}node_modules${sep}`;
  const at = file.lastIndexOf(mark);
  if (at < 0) return true;
  const [name = ''] = file.slice(at + mark.length).split(sep);
  return followedLibraries.has(name);
}

/** Errors: none; `code` is undefined where the text stays as it is. */
export function transform(text: string, file: string, formats: readonly Format[]): Rewritten | undefined {
  if (text.length > maxLength || !isFollowed(file)) return undefined;
  for (const format of formats) {
    const rewritten = rewrite(text, format);
    if (rewritten.code !== undefined) return rewritten;
    if (rewritten.literals.length > 0) return rewritten;
  }
  return undefined;
}
