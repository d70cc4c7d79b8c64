import { readArchive } from './archive-contents.ts';
import { largestArchive } from './archive-kinds.ts';
import type { Lockfile } from './lockfile.ts';

/**
 * A program or library of a system (ELF, PE, Mach-O) into which Go's linker or cargo auditable has written what it is made
 * of. These are the names that say so; most programs have another, and are told by their first bytes.
 */
export const executable: Lockfile = {
  id: 'executable',
  ecosystem: 'generic',
  files: ['*.exe', '*.dll', '*.so', '*.so.*', '*.dylib'],
  isParted: true,
  isShared: true,
  siblings: [],
  docs: 'https://pkg.go.dev/debug/buildinfo',
  maxBytes: largestArchive,
  read: (manifest) => readArchive(manifest, 'program'),
};
