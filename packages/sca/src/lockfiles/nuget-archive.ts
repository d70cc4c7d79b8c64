import { readArchive } from './archive-contents.ts';
import { largestArchive, namesOf } from './archive-kinds.ts';
import type { Lockfile } from './lockfile.ts';

/** A package of NuGet. */
export const nugetArchive: Lockfile = {
  id: 'nuget-archive',
  ecosystem: 'nuget',
  files: namesOf('nuget'),
  isParted: true,
  siblings: [],
  docs: 'https://learn.microsoft.com/en-us/nuget/reference/nuspec',
  maxBytes: largestArchive,
  read: (manifest) => readArchive(manifest),
};
