import type { ManifestFormat, Requirement } from './manifest-format.ts';

const line =
  /^[ \t]*(?:(?<keyword>require|exclude|replace|retract|toolchain|go)(?=[ \t(])[ \t]*)?(?<open>\()?(?:(?<name>[^\s()]+)[ \t]+)?(?<version>v\d[^\s()]*)?/;
const go = /^(?<before>(?:go[ \t]+|toolchain[ \t]+go))(?<version>\d[\w.]*)/gm;

/** Go's. Every requirement is a minimum, also of what only others ask for; Go itself is one, too. */
export const goMod: ManifestFormat = {
  id: 'go-mod',
  ecosystem: 'golang',
  files: /(?:^|\/)go\.mod$/,
  docs: 'https://go.dev/ref/mod#go-mod-file',

  requirements(text) {
    const found: Requirement[] = [];
    let block: string | undefined;
    for (const { 0: whole, index } of text.matchAll(/[^\n]*(?:\n|$)/g)) {
      const code = whole.slice(0, 1000).replace(/(?:^|\s)\/\/.*/s, '');
      if (/^[ \t]*\)/.test(code)) block = undefined;
      const { keyword = block, open, name, version } = line.exec(code)?.groups ?? {};
      if (open !== undefined) block = keyword;
      if (keyword !== 'require' || name === undefined || version === undefined) continue;
      const start = index + code.lastIndexOf(version);
      found.push({ name, range: version, start, end: start + version.length, whole: [index, index + whole.length] });
    }
    return [...found, ...goItself(text)];
  },

  pin(text, { name, version }) {
    const gap = text.endsWith('\n') ? '\n' : '\n\n';
    const fresh = `v${version.replace(/^v/, '')}`;
    return [{ start: text.length, end: text.length, text: `${gap}require ${name} ${fresh} // indirect\n` }];
  },
};

/** The toolchain counts before the language. */
function goItself(text: string): readonly Requirement[] {
  const last = [...text.matchAll(go)].at(-1);
  if (!last) return [];
  const { before = '', version = '' } = last.groups!;
  const start = last.index + before.length;
  return [{ name: 'stdlib', range: version, start, end: start + version.length }];
}
