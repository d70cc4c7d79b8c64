import type { ProjectFiles } from '@plumbline/sca';
import type { LayerFile } from './layers.ts';
import { toRead } from './wanted.ts';

/** Files of a system as the dependency engine sees them. */
export function filesOf(files: ReadonlyMap<string, LayerFile>): ProjectFiles {
  return {
    paths: toRead(new Map(Array.from(files, ([path, { use }]) => [path, use]))),
    read: (path) => files.get(path)?.kept.bytes(),
    open: (path) => files.get(path)?.kept.parts(),
    // Others that may be run were looked at, and say nothing of what they are made of.
    isRunnable: (path) => files.get(path)?.use === 'program',
  };
}
