import type { Ecosystem } from '@plumbline/core';
import { golang } from './golang.ts';
import { maven } from './maven.ts';
import { pep440 } from './pep440.ts';
import type { VersionScheme } from './scheme.ts';
import { npm } from './semver.ts';

/** Every ecosystem's order of versions. */
export const schemes: Readonly<Record<Ecosystem, VersionScheme>> = { npm, pypi: pep440, maven, golang };
