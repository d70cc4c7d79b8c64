import type { LicencedPackage } from './licences.ts';
import { filesUnder } from './installed.ts';

/** The text that goes with a program: every library in it, its licence, and the texts of the licences. */
export function noticeOf(packages: readonly LicencedPackage[], root: string, name: string): string {
  const disk = filesUnder(root);
  const texts = new Map<string, string[]>();
  const unread: string[] = [];
  for (const { package: it, fact, licence } of packages) {
    const title = `${it.name}${it.version === '' ? '' : ` ${it.version}`} (${licence === '' ? 'licence unknown' : licence})`;
    const found = fact.texts.flatMap((path) => disk.text(path)?.trim() ?? []);
    if (found.length === 0) unread.push(title);
    for (const text of found) texts.set(text, [...(texts.get(text) ?? []), title]);
  }
  const blocks = Array.from(texts, ([text, titles]) => `${titles.join('\n')}\n\n${text}`);
  const rest = unread.length === 0 ? [] : [`${unread.join('\n')}\n\n${without}`];
  return [`${name} contains these libraries of others.`, ...blocks, ...rest]
    .join(`\n\n${'-'.repeat(80)}\n\n`)
    .concat('\n');
}

const without =
  'The texts of these licences were not found beside the libraries. Those of the SPDX list are at https://spdx.org/licenses/.';
