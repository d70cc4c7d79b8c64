import type { ProjectTexts } from '../project.ts';
import { systemFile } from './os-release.ts';
import { paragraphsIn } from './control-fields.ts';

const format = /^(?:Upstream-)?Format(?:-Specification)?:/im;

/** Units: characters. Longer ones list the files of browsers and compilers one by one. */
const longest = 2_000_000;

/**
 * The licences that Debian's copyright file of a package names, where it is in the form that programs read.
 *
 * Source: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
 */
export function licencesIn(project: ProjectTexts, root: string, name: string): readonly string[] {
  const path = systemFile(root, `usr/share/doc/${name}/copyright`);
  const text = project.has(path) ? (project.text(path) ?? '') : '';
  if (text.length > longest || !format.test(text.slice(0, 500))) return [];
  const found = new Set<string>();
  for (const fields of paragraphsIn(text)) {
    const license = fields.get('license')?.value.split('\n')[0]?.trim() ?? '';
    if (fields.has('files') && license !== '' && license.length < 200) found.add(license);
  }
  return [...found].slice(0, 50);
}
