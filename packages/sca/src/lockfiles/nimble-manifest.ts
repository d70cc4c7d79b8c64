import { linesIn, locationInLine } from '../text/lines.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** What a project of Nim asks Nimble for, where its lock file is missing. The file is read, never run. */
export const nimbleManifest: Lockfile = {
  id: 'nimble-manifest',
  ecosystem: 'nimble',
  files: ['*.nimble'],
  isShared: true,
  siblings: ['nimble.lock'],
  docs: 'https://nim-lang.github.io/nimble/nimble-reference.html',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, ['nimble.lock'])) return { value: [], problems: [] };
    return { value: declaredPackages(manifest, 'nimble', wishesIn(manifest)), problems: problems.list };
  },
};

/** `requires "nim >= 1.6.0", "jester == 0.6.0"`, `taskRequires "test", "a"`; lists go on behind a comma. */
function wishesIn({ path, text }: Manifest): readonly Declared[] {
  const listed: Declared[] = [];
  let scope: 'runtime' | 'development' | undefined;
  for (const { text: long, number } of linesIn(text)) {
    const line = long.slice(0, 1000).replace(/#(?![^"]*"[^"]*$).*$/, '');
    const word = /^\s*(requires|taskRequires)\b/.exec(line)?.[1];
    if (word !== undefined) scope = word === 'requires' ? 'runtime' : 'development';
    if (scope === undefined || listed.length >= maxPackages) continue;
    const isTask = word === 'taskRequires';
    for (const it of [...line.matchAll(/"([^"]{1,300})"/g)].slice(isTask ? 1 : 0)) {
      const wish = wishOf(it[1]!);
      const location = locationInLine(path, number, it.index + 1, it[0].length);
      if (wish) listed.push({ ...wish, scopes: [scope], location });
    }
    if (!/[,(]\s*$/.test(line)) scope = undefined;
  }
  return listed;
}

/** Shape: `name >= 1.0`, `name#branch`, or an address. Nim itself is no package. */
function wishOf(written: string): Omit<Declared, 'location'> | undefined {
  const place = /^(?:git\+)?(https?:\/\/[^#\s]+)(?:#(\S+))?/.exec(written.trim());
  if (place) return placeOf(place[1]!, place[2] ?? '');
  const [, name = '', range = ''] = /^([\w-]+)\s*(.*)$/.exec(written.trim()) ?? [];
  if (name === '' || name === 'nim') return undefined;
  const version = /^==\s*(\d[\w.-]*)$/.exec(range)?.[1] ?? '';
  return { name, version, ...(range === '' ? {} : { requested: range }) };
}

function placeOf(address: string, reference: string): Omit<Declared, 'location'> | undefined {
  const name =
    address
      .replace(/\.git$|\/$/, '')
      .split('/')
      .at(-1) ?? '';
  return name === '' ? undefined : { name, version: '', origin: 'git', address: `${address}#${reference}` };
}
