import type { Ecosystem } from '@plumbline/core';
import { composer } from './composer.ts';
import { cran } from './cran.ts';
import { gem } from './gem.ts';
import { golang } from './golang.ts';
import { maven } from './maven.ts';
import { nuget } from './nuget.ts';
import { pep440 } from './pep440.ts';
import { pub } from './pub.ts';
import type { VersionScheme } from './scheme.ts';
import { npm, semver } from './semver.ts';

/** Every ecosystem's order of versions. */
export const schemes: Readonly<Record<Ecosystem, VersionScheme>> = {
  npm,
  pypi: pep440,
  maven,
  golang,
  cargo: semver,
  gem,
  composer,
  nuget,
  hex: semver,
  pub,
  swift: semver,
  conan: semver,
  // CocoaPods compares with RubyGems' class.
  cocoapods: gem,
  cran,
};
