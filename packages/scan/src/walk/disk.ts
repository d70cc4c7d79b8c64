import { existsSync, lstatSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { trackedAround, type Tracked } from './tracked.ts';

/** What of a folder's entry the walk asks for. */
export type Entry = Pick<Dirent, 'name' | 'isDirectory' | 'isFile' | 'isSymbolicLink'>;

/** What the walk reads of a project: from the disk, or from a state that git keeps. Shape: paths are absolute. */
export interface Disk {
  /** Errors: the system's, for a folder that cannot be read. */
  readonly entries: (folder: string) => readonly Entry[];
  /** Units: bytes. Errors: the system's. */
  readonly size: (path: string) => number;
  readonly isFolder: (path: string) => boolean;
  /** Undefined for a file that is not there or may not be read. */
  readonly text: (path: string) => string | undefined;
  /** What git keeps around a folder. */
  readonly tracked: (folder: string) => Tracked;
}

export const realDisk: Disk = {
  tracked: trackedAround,
  entries: (folder) => readdirSync(folder, { withFileTypes: true }),
  size: (path) => lstatSync(path).size,
  isFolder: (path) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  text(path) {
    try {
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    } catch {
      return undefined; // expected: a folder of that name, or a file that we may not read
    }
  },
};
