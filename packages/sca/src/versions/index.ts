import type { Ecosystem, Package } from '@plumbline/core';
import { apk } from './apk.ts';
import { bitnami } from './bitnami.ts';
import { composer } from './composer.ts';
import { conan } from './conan.ts';
import { cran } from './cran.ts';
import { debian, opam } from './debian.ts';
import { exact } from './exact.ts';
import { freebsd } from './freebsd.ts';
import { gem } from './gem.ts';
import { golang } from './golang.ts';
import { hackage } from './hackage.ts';
import { maven } from './maven.ts';
import { nuget } from './nuget.ts';
import { pep440 } from './pep440.ts';
import { pub } from './pub.ts';
import { rpm } from './rpm.ts';
import type { VersionScheme } from './scheme.ts';
import { actions, npm, semver } from './semver.ts';

/** Every ecosystem's order of versions. */
export const schemes: Readonly<Record<Ecosystem, VersionScheme>> = {
  npm,
  jsr: npm,
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
  conan,
  // CocoaPods compares with RubyGems' class.
  cocoapods: gem,
  cran,
  bioconductor: cran,
  hackage,
  julia: semver,
  opam,
  conda: pep440,
  cpan: semver,
  luarocks: semver,
  nimble: semver,
  vcpkg: semver,
  docker: exact,
  terraform: semver,
  bazel: semver,
  helm: semver,
  github: actions,
  'vscode-extension': semver,
  bitnami,
  deb: debian,
  apk,
  rpm,
  // pacman's library compares as RPM's does.
  alpm: rpm,
  opkg: debian,
  portage: exact,
  snap: exact,
  flatpak: exact,
  brew: exact,
  generic: exact,
};

/** Of software outside all registries, by what it is part of. */
const genericSchemes: Readonly<Record<string, VersionScheme>> = {
  kubernetes: golang,
  linux: semver,
  ghc: hackage,
  freebsd,
};

/** The order of a package's versions. */
export function schemeOf({ ecosystem, distribution }: Pick<Package, 'ecosystem' | 'distribution'>): VersionScheme {
  const whose = distribution?.split(':')[0] ?? '';
  return ecosystem === 'generic' && Object.hasOwn(genericSchemes, whose) ? genericSchemes[whose]! : schemes[ecosystem];
}
