import { readArchive } from './archive-contents.ts';
import { largestArchive, namesOf } from './archive-kinds.ts';
import type { Lockfile } from './lockfile.ts';

/** Jars and all that are built like them, with the jars in them and the libraries that were packed into one. */
export const javaArchive: Lockfile = {
  id: 'java-archive',
  ecosystem: 'maven',
  files: namesOf('java'),
  isParted: true,
  siblings: [],
  docs: 'https://docs.oracle.com/en/java/javase/21/docs/specs/jar/jar.html',
  maxBytes: largestArchive,
  read: (manifest) => readArchive(manifest),
};
