import { readArchive } from './archive-contents.ts';
import { largestArchive, namesOf } from './archive-kinds.ts';
import type { Lockfile } from './lockfile.ts';

/** A package of npm, as folders of offline mirrors have them. Other programs pack under this name, too. */
export const npmArchive: Lockfile = {
  id: 'npm-archive',
  ecosystem: 'npm',
  files: namesOf('npm'),
  isParted: true,
  isShared: true,
  siblings: [],
  docs: 'https://docs.npmjs.com/cli/v11/commands/npm-pack',
  maxBytes: largestArchive,
  read: (manifest) => readArchive(manifest),
};
