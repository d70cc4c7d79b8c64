import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleFile } from '../rules/index.ts';
import { fileName } from './rule-pages.ts';

/** A page about a rule of the catalogue. Shape: `path` is absolute; `text` is Markdown. */
export interface BuiltPage {
  readonly path: string;
  readonly text: string;
}

/** Where the catalogue's pages are, once they are built. */
export function pagesFolder(): string {
  return join(dirname(bundleFile()), 'pages');
}

/** Undefined for a rule that did not come with Plumbline. */
export function builtPage(id: string): BuiltPage | undefined {
  const path = join(pagesFolder(), `${fileName(id)}.md`);
  try {
    return { path, text: readFileSync(path, 'utf8') };
  } catch {
    return undefined; // expected: rules of the user's have no page there
  }
}
