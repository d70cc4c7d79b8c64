import { readArchive } from './archive-contents.ts';
import { largestArchive, namesOf } from './archive-kinds.ts';
import type { Lockfile } from './lockfile.ts';

/** Wheels, eggs and programs in one file, with what was packed into them. */
export const pythonArchive: Lockfile = {
  id: 'python-archive',
  ecosystem: 'pypi',
  files: namesOf('python'),
  isParted: true,
  siblings: [],
  docs: 'https://packaging.python.org/en/latest/specifications/binary-distribution-format/',
  maxBytes: largestArchive,
  read: (manifest) => readArchive(manifest),
};
