import { readArchive } from './archive-contents.ts';
import { largestArchive, namesOf } from './archive-kinds.ts';
import type { Lockfile } from './lockfile.ts';

/** An editor's extension, and the packages that it brings. */
export const extensionArchive: Lockfile = {
  id: 'extension-archive',
  ecosystem: 'vscode-extension',
  files: namesOf('extension'),
  isParted: true,
  siblings: [],
  docs: 'https://code.visualstudio.com/api/working-with-extensions/publishing-extension',
  maxBytes: largestArchive,
  read: (manifest) => readArchive(manifest),
};
