import { linesIn, locationInLine } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile } from './lockfile.ts';

const constraint = /\bany\.(?<name>[A-Za-z\d-]{1,200})\s*==\s*(?<version>\d[\d.]*)/g;

/** What `cabal freeze` writes: exact versions of all packages, and flags, which are none. */
export const cabalFreeze: Lockfile = {
  id: 'cabal-freeze',
  ecosystem: 'hackage',
  files: ['cabal.project.freeze', '*.project.freeze'],
  siblings: [],
  docs: 'https://cabal.readthedocs.io/en/stable/cabal-commands.html#cabal-freeze',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const listed: Declared[] = [];
    for (const { text, number } of linesIn(manifest.text)) {
      if (/^\s*--/.test(text) || text.length > 1_000_000) continue;
      for (const it of text.matchAll(constraint)) {
        if (listed.length >= maxPackages) break;
        const { name = '', version = '' } = it.groups!;
        listed.push({
          name,
          version,
          location: locationInLine(manifest.path, number, it.index + 1, it[0].length),
          direct: false,
        });
      }
    }
    if (
      manifest.text.trim() !== '' &&
      !/^(?:constraints|active-repositories|index-state|with-compiler):/m.test(manifest.text)
    ) {
      problems.add('not-a-lockfile', 'No constraints: nothing froze this.', 1);
    }
    return { value: declaredPackages(manifest, 'hackage', listed), problems: problems.list };
  },
};
