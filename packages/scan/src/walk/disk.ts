import { existsSync, lstatSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { trackedAround, type Tracked } from './tracked.ts';

/** What of a folder's entry the walk asks for. */
export type Entry = Pick<Dirent, 'name' | 'isDirectory' | 'isFile' | 'isSymbolicLink'>;

/** What is known of a file without reading it. */
export interface FileFacts {
  /** Units: bytes. */
  readonly size: number;
  /** Whether the system may run it as a program. */
  readonly isRunnable: boolean;
}

/** What the walk reads of a project: from the disk, or from a state that git keeps. Shape: paths are absolute. */
export interface Disk {
  /** Errors: the system's, for a folder that cannot be read. */
  readonly entries: (folder: string) => readonly Entry[];
  /** Errors: the system's. */
  readonly stat: (path: string) => FileFacts;
  readonly isFolder: (path: string) => boolean;
  /** Undefined for a file that is not there or may not be read. */
  readonly text: (path: string) => string | undefined;
  /** What git keeps around a folder. */
  readonly tracked: (folder: string) => Tracked;
}

export const realDisk: Disk = {
  tracked: trackedAround,
  entries: (folder) => readdirSync(folder, { withFileTypes: true }),
  stat(path) {
    const { size, mode } = lstatSync(path);
    return { size, isRunnable: (mode & 0o111) !== 0 };
  },
  isFolder: (path) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  text(path) {
    try {
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    } catch {
      return undefined; // expected: a folder of that name, or a file that we may not read
    }
  },
};
