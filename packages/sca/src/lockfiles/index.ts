import { goMod } from './go-mod.ts';
import type { Lockfile } from './lockfile.ts';
import { packageLock } from './package-lock.ts';
import { poetryLock } from './poetry-lock.ts';
import { pnpmLock } from './pnpm-lock.ts';
import { pom } from './pom.ts';
import { requirements } from './requirements.ts';

import { yarnLock } from './yarn-lock.ts';

/** Every format that is read. The first whose file names match takes a file. */
export const lockfiles: readonly Lockfile[] = [packageLock, pnpmLock, requirements, poetryLock, pom, goMod, yarnLock];
