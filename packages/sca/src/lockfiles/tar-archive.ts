import { readArchive } from './archive-contents.ts';
import { largestArchive, namesOf } from './archive-kinds.ts';
import type { Lockfile } from './lockfile.ts';

/** A tar archive: a package of npm or of Python's sources, a program with its libraries, anything else. */
export const tarArchive: Lockfile = {
  id: 'tar-archive',
  ecosystem: 'generic',
  files: namesOf('tar'),
  isParted: true,
  isShared: true,
  siblings: [],
  docs: 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html',
  maxBytes: largestArchive,
  read: (manifest) => readArchive(manifest),
};
