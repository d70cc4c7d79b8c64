import type { VersionScheme } from './scheme.ts';
import { comparePrerelease, semver } from './semver.ts';

/**
 * Dart's order of versions: semantic versions, but what stands behind `+` counts: a version without it comes first.
 *
 * Source: https://github.com/dart-lang/pub_semver, README, "Build metadata"
 */
export const pub: VersionScheme = {
  docs: 'https://dart.dev/tools/pub/versioning',
  readable: semver.readable,
  compare: (a, b) => semver.compare(a, b) || compareBuilds(buildOf(a), buildOf(b)),
};

function buildOf(version: string): readonly string[] {
  const plus = version.indexOf('+');
  return plus === -1
    ? []
    : version
        .slice(plus + 1)
        .trim()
        .split('.');
}

function compareBuilds(a: readonly string[], b: readonly string[]): number {
  return a.length === 0 || b.length === 0 ? a.length - b.length : comparePrerelease(a, b);
}
