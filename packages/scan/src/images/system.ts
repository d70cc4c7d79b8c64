import type { Image, Package } from '@plumbline/core';
import type { ProjectFiles } from '@plumbline/sca';
import type { Walked } from '../walk/walk.ts';

/** A system whose files can be read: an image, or a folder. Whoever has it closes it. */
export interface OpenSystem {
  readonly name: string;
  readonly files: ProjectFiles;
  /** What was found on the way. */
  readonly walked: Walked;
  /** Of images. */
  readonly image: Image | undefined;
  /** Says of packages which layer they are from. */
  attributed(packages: readonly Package[]): readonly Package[];
  close(): void;
}
