import { rmSync } from 'node:fs';

/** Removes a file if that is possible. */
export function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Expected: somebody else's file, a folder that may not be written. A cache can do without.
  }
}
