import type { VersionScheme } from './scheme.ts';
import { semver } from './semver.ts';

/**
 * Go's module versions: semantic versions, of which pseudo-versions (`v0.0.0-20210630005230-0f9fa26af87c`) are ordinary
 * pre-releases and `+incompatible` is ignored; and the releases of Go itself, `1.21rc2` for 1.21.0-rc.2.
 */
export const golang: VersionScheme = {
  docs: 'https://go.dev/ref/mod#versions',
  readable: (version) => semver.readable(asSemver(version)),
  compare: (a, b) => semver.compare(asSemver(a), asSemver(b)),
};

function asSemver(version: string): string {
  const release = /^(?:go)?(?<numbers>\d+(?:\.\d+){0,2})(?:(?<kind>rc|beta|alpha)(?<count>\d+))?$/.exec(
    version,
  )?.groups;
  if (!release) return version;
  const { numbers, kind, count } = release;
  return kind === undefined
    ? numbers!
    : `${[...numbers!.split('.'), '0', '0'].slice(0, 3).join('.')}-${kind}.${count!}`;
}
