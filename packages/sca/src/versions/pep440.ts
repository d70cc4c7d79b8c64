/**
 * Python's versions by PEP 440, numbers of any length; older ones, which are no such versions, come before all that are.
 *
 * A version becomes a list of parts that compare one by one: epoch, release without trailing zeros, pre-release, post
 * release, development release, local version.
 *
 * Source: https://packaging.python.org/en/latest/specifications/version-specifiers/ and packaging/version.py, `_cmpkey`
 */
import { compareLegacy } from './pep440-legacy.ts';
import { compareDigits, compareText, maxVersionLength, remembered, type VersionScheme } from './scheme.ts';

export const pep440: VersionScheme = {
  docs: 'https://packaging.python.org/en/latest/specifications/version-specifiers/',
  readable: (version) => version !== '' && version.length <= maxVersionLength,
  compare(a, b) {
    const left = readPythonVersion(a);
    const right = readPythonVersion(b);
    if (left && right) return comparePython(left, right);
    return left || right ? Number(left !== undefined) - Number(right !== undefined) : compareLegacy(a, b);
  },
  // Advisories speak of what the index has, which has no local versions.
  asPublished: (version) =>
    readPythonVersion(version)?.local.length ? version.slice(0, version.indexOf('+')) : version,
};

/** A version taken apart. */
export interface PythonVersion {
  readonly epoch: string;
  readonly release: readonly string[];
  /** Shape: letter a, b or c for a release candidate, and number. */
  readonly pre: readonly [string, string] | undefined;
  readonly post: string | undefined;
  readonly dev: string | undefined;
  readonly local: readonly string[];
}

const pattern =
  /^\s*v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)(?:[-_.]?(?<pre>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>\d*))?(?:-(?<implicitPost>\d+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postNumber>\d*))?(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>\d*))?(?:\+(?<local>[a-z\d]+(?:[-_.][a-z\d]+)*))?\s*$/i;

export const readPythonVersion: (version: string) => PythonVersion | undefined = remembered((version) => {
  if (version.length > maxVersionLength) return undefined;
  const found = pattern.exec(version)?.groups;
  if (!found) return undefined;
  const { epoch = '0', release, pre, preNumber, implicitPost, post, postNumber, dev, devNumber, local } = found;
  return {
    epoch,
    release: release!.split('.'),
    pre: pre === undefined ? undefined : [preLetter(pre.toLowerCase()), numberOf(preNumber)],
    post: implicitPost ?? (post === undefined ? undefined : numberOf(postNumber)),
    dev: dev === undefined ? undefined : numberOf(devNumber),
    local: local?.toLowerCase().split(/[-_.]/) ?? [],
  };
});

/** `1.0a` is `1.0a0`. */
function numberOf(digits: string | undefined): string {
  return digits || '0';
}

function preLetter(word: string): string {
  return word.startsWith('a') || word.startsWith('b') ? word[0]! : 'c';
}

export function comparePython(a: PythonVersion, b: PythonVersion): number {
  return (
    compareDigits(a.epoch, b.epoch) ||
    compareReleases(a.release, b.release) ||
    comparePre(a, b) ||
    compareOptional(a.post, b.post, -1) ||
    compareOptional(a.dev, b.dev, 1) ||
    compareLocal(a.local, b.local)
  );
}

export function compareReleases(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const order = compareDigits(a[at] ?? '0', b[at] ?? '0');
    if (order !== 0) return order;
  }
  return 0;
}

/** `1.0.dev1` is before `1.0a1`, which is before `1.0`. */
export function comparePre(a: PythonVersion, b: PythonVersion): number {
  const rank = ({ pre, post, dev }: PythonVersion): number =>
    pre ? 1 : post === undefined && dev !== undefined ? 0 : 2;
  const order = rank(a) - rank(b);
  if (order !== 0 || !a.pre || !b.pre) return order;
  return compareText(a.pre[0], b.pre[0]) || compareDigits(a.pre[1], b.pre[1]);
}

/** `absent` says where a version without the part stands: -1 before those with it, 1 behind. */
function compareOptional(a: string | undefined, b: string | undefined, absent: number): number {
  if (a !== undefined && b !== undefined) return compareDigits(a, b);
  if (a === b) return 0;
  return a === undefined ? absent : -absent;
}

/** Numbers are above words, longer is above shorter. */
function compareLocal(a: readonly string[], b: readonly string[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at];
    if (right === undefined) return 1;
    const numbers = [left, right].map((it) => /^\d+$/.test(it));
    const order =
      numbers[0] && numbers[1]
        ? compareDigits(left, right)
        : Number(numbers[0]) - Number(numbers[1]) || compareText(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
