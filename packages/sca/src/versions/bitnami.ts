import { semver } from './semver.ts';
import type { VersionScheme } from './scheme.ts';

/**
 * Bitnami's versions: semantic ones. A number behind the hyphen counts how often the same software was packed, which
 * advisories do not know of: `1.2.3-4` is 1.2.3.
 *
 * Source: https://github.com/bitnami/vulndb
 */
export const bitnami: VersionScheme = {
  docs: 'https://github.com/bitnami/vulndb',
  readable: semver.readable,
  compare: (a, b) => semver.compare(unpacked(a), unpacked(b)),
};

function unpacked(version: string): string {
  return version.replace(/^(\s*v?\d+(?:\.\d+)*)-r?\d+\s*$/, '$1');
}
