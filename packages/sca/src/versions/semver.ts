import { compareDigits, compareText, maxVersionLength, remembered, type VersionScheme } from './scheme.ts';

interface Semver {
  readonly numbers: readonly string[];
  /** Empty for a release. */
  readonly prerelease: readonly string[];
}

/**
 * Looser than npm: a leading `v` or `=`, a pre-release without its hyphen, missing numbers (which count as 0), and more of
 * them than three, as extensions and actions have.
 */
const pattern =
  /^[=vV\s]*(?<numbers>\d+(?:\.\d+)*)(?:(?:-?|\.(?=[A-Za-z]))(?<pre>(?<!\d)\d[0-9A-Za-z.-]*|(?<=-)[0-9A-Za-z.-]+|[A-Za-z-][0-9A-Za-z.-]*))?(?:\+(?<build>[0-9A-Za-z.+-]*))?\s*$/;

/** Semantic versions, numbers of any length. Source: https://semver.org/#spec-item-11 */
export const semver: VersionScheme = {
  docs: 'https://semver.org/',
  readable: (version) => read(version) !== undefined,
  compare: (a, b) => compareSemver(read(a), read(b)),
};

/** npm's versions are semantic versions. */
export const npm: VersionScheme = { ...semver, docs: 'https://github.com/npm/node-semver' };

/** Tags of releases; a commit is none, though it begins with digits as likely as not. */
export const actions: VersionScheme = {
  ...semver,
  docs: 'https://docs.github.com/actions/how-tos/create-and-publish-actions/release-and-maintain-actions',
  readable: (version) => !/^[\da-f]{40}$/.test(version) && semver.readable(version),
};

const read = remembered((version): Semver | undefined => {
  if (version.length > maxVersionLength) return undefined;
  const found = pattern.exec(version)?.groups;
  if (!found) return undefined;
  return { numbers: found['numbers']!.split('.'), prerelease: found['pre']?.split('.') ?? [] };
});

function compareSemver(a: Semver | undefined, b: Semver | undefined): number {
  if (!a || !b) return Number(a !== undefined) - Number(b !== undefined);
  for (let at = 0; at < Math.max(a.numbers.length, b.numbers.length); at += 1) {
    const order = compareDigits(a.numbers[at] ?? '0', b.numbers[at] ?? '0');
    if (order !== 0) return order;
  }
  if (a.prerelease.length === 0 || b.prerelease.length === 0) return b.prerelease.length - a.prerelease.length;
  return comparePrerelease(a.prerelease, b.prerelease);
}

/** Compares identifier by identifier; of two that agree, the longer comes last. */
export function comparePrerelease(a: readonly string[], b: readonly string[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at];
    if (right === undefined) return 1;
    const order = compareIdentifier(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Numbers come before words; numbers by value, words by character. */
function compareIdentifier(a: string, b: string): number {
  const numericA = /^\d+$/.test(a);
  const numericB = /^\d+$/.test(b);
  if (numericA && numericB) return compareDigits(a, b);
  return Number(numericB) - Number(numericA) || compareText(a, b);
}
