import { readArchive } from './archive-contents.ts';
import { largestArchive, namesOf } from './archive-kinds.ts';
import type { Lockfile } from './lockfile.ts';

/** A package of crates.io. */
export const crateArchive: Lockfile = {
  id: 'crate-archive',
  ecosystem: 'cargo',
  files: namesOf('crate'),
  isParted: true,
  siblings: [],
  docs: 'https://doc.rust-lang.org/cargo/commands/cargo-package.html',
  maxBytes: largestArchive,
  read: (manifest) => readArchive(manifest),
};
