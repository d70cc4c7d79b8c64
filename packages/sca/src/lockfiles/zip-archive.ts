import { readArchive } from './archive-contents.ts';
import { largestArchive, namesOf } from './archive-kinds.ts';
import type { Lockfile } from './lockfile.ts';

/** A zip archive: packages that are installed, archives and programs in it. */
export const zipArchive: Lockfile = {
  id: 'zip-archive',
  ecosystem: 'generic',
  files: namesOf('zip'),
  isParted: true,
  siblings: [],
  docs: 'https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT',
  maxBytes: largestArchive,
  read: (manifest) => readArchive(manifest),
};
