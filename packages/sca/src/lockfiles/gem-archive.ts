import { readArchive } from './archive-contents.ts';
import { largestArchive, namesOf } from './archive-kinds.ts';
import type { Lockfile } from './lockfile.ts';

/** A package of RubyGems. */
export const gemArchive: Lockfile = {
  id: 'gem-archive',
  ecosystem: 'gem',
  files: namesOf('gem'),
  isParted: true,
  siblings: [],
  docs: 'https://guides.rubygems.org/specification-reference/',
  maxBytes: largestArchive,
  read: (manifest) => readArchive(manifest),
};
