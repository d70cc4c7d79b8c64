import type { ManifestFormat, Requirement } from './manifest-format.ts';

const call =
  /^[ \t]*(?:gem[ \t(]+|[\w.]+\.add_(?:runtime_|development_)?dependency[ \t(]+)(["'])(?<name>[\w.-]+)\1(?<rest>[^\n]{0,500})/gm;
const version = /^(?<before>[ \t]*,[ \t]*(?:\[[ \t]*)?)(?<quote>["'])(?<range>[^"'\n]*)\k<quote>/;

/** Bundler's. A gem may have several ranges; the one that says where it begins is raised. */
export const gemfile: ManifestFormat = {
  id: 'gemfile',
  ecosystem: 'gem',
  files: /(?:^|\/)(?:Gemfile|gems\.rb|[^/]+\.gemspec)$/,
  docs: 'https://bundler.io/man/gemfile.5.html',

  requirements: (text) =>
    Array.from(text.matchAll(call), (found) =>
      requirementOf(found.groups!, found.index + found[0].length, found.index),
    ),

  /** Bundler has no word for it: there the project asks for the gem itself. */
  pin(text, { name, version: wanted }) {
    const gap = text.endsWith('\n') ? '' : '\n';
    return [{ start: text.length, end: text.length, text: `${gap}gem "${name}", ">= ${wanted}"\n` }];
  },
};

function requirementOf(
  { name = '', rest = '' }: Readonly<Record<string, string>>,
  end: number,
  line: number,
): Requirement {
  const begin = end - rest.length;
  const all: Requirement[] = [];
  let at = 0;
  for (let next = version.exec(rest); next; next = version.exec(rest.slice(at))) {
    const { before = '', range = '' } = next.groups!;
    const start = begin + at + before.length + 1;
    all.push({ name, range, start, end: start + range.length, whole: [line, end] });
    at += next[0].length;
  }
  const lower = all.find((it) => !/^\s*(?:<|!)/.test(it.range));
  return lower ?? { name, range: '', start: begin, end: begin, frame: [', "', '"'], whole: [line, end] };
}
