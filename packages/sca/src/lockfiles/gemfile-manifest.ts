import { locationInLine } from '../text/lines.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { gemGroups, rubyLines } from './gemfile.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

const locks = ['Gemfile.lock', 'gems.locked'];

/** What a Ruby project asks Bundler for, where its lock file is missing. The file is read, never run. */
export const gemfileManifest: Lockfile = {
  id: 'gemfile-manifest',
  ecosystem: 'gem',
  files: ['Gemfile', 'gems.rb'],
  isShared: true,
  siblings: locks,
  docs: 'https://bundler.io/man/gemfile.5.html',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, locks)) return { value: [], problems: [] };
    return { value: declaredPackages(manifest, 'gem', gemsIn(manifest)), problems: problems.list };
  },
};

const gem = /^\s*gem[\s(]+(["'])(?<name>[\w.-]{1,200})\1(?<rest>.*)$/;

function gemsIn({ path, text }: Manifest): readonly Declared[] {
  const groups = gemGroups(text);
  const listed: Declared[] = [];
  for (const { code, number } of rubyLines(text)) {
    const { name = '', rest = '' } = gem.exec(code)?.groups ?? {};
    if (name === '' || listed.length >= maxPackages) continue;
    const indent = code.length - code.trimStart().length;
    listed.push({
      name,
      ...rangeOf(rest),
      ...originOf(rest),
      scopes: groups.get(name) ?? ['runtime'],
      location: locationInLine(path, number, indent + 1, code.trim().length),
    });
  }
  return listed;
}

function rangeOf(rest: string): { readonly version: string; readonly requested?: string } {
  const ranges = Array.from(
    rest.matchAll(/[,[]\s*(["'])\s*((?:[<>=~!]{1,2}\s*)?\d[\w.]{0,100})\s*\1/g),
    (it) => it[2]!,
  );
  const version = ranges.length === 1 ? (/^=?\s*(\d[\w.]*)$/.exec(ranges[0]!)?.[1] ?? '') : '';
  return { version, ...(ranges.length === 0 ? {} : { requested: ranges.join(', ') }) };
}

function originOf(rest: string): Pick<Declared, 'origin' | 'address'> {
  const [, kind = '', address = ''] = /\b(git|github|path)(?::|["']?\s*=>)\s*["']([^"']{1,500})["']/.exec(rest) ?? [];
  if (kind === '') return {};
  if (kind === 'path') return { origin: 'file' };
  const reference = /\b(?:ref|tag)(?::|["']?\s*=>)\s*["']([^"']{1,200})["']/.exec(rest)?.[1] ?? '';
  return { origin: 'git', address: `${kind === 'github' ? `https://github.com/${address}` : address}#${reference}` };
}
