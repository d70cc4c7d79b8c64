/**
 * Packagist's order of versions: PHP's `version_compare`. A version is runs of digits and of other characters; a run of
 * letters is ranked by what it begins with, with plain numbers between release candidates and patches.
 *
 * Source: https://www.php.net/manual/en/function.version-compare.php and php-src, ext/standard/versioning.c
 */
import { compareDigits, maxVersionLength, type VersionScheme } from './scheme.ts';

export const composer: VersionScheme = {
  docs: 'https://getcomposer.org/doc/articles/versions.md',
  // A branch has no place among the versions.
  readable: (version) =>
    version.length <= maxVersionLength && /^v?\d/i.test(version) && !/(?:^|[.-])x-dev$/.test(version),
  compare: (a, b) => compareParts(partsOf(a), partsOf(b)),
};

/** A number as `version_compare` ranks it beside words. */
const number = '#';

function partsOf(version: string): readonly string[] {
  return version.replace(/^v/i, '').match(/\d+|[^\d.+_-]+/g) ?? [];
}

function compareParts(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const order = compareTwo(a[at]!, b[at]!);
    if (order !== 0) return order;
  }
  return compareRest(a.slice(b.length)) - compareRest(b.slice(a.length));
}

function compareTwo(a: string, b: string): number {
  if (isNumber(a) && isNumber(b)) return compareDigits(a, b);
  return rankOf(isNumber(a) ? number : a) - rankOf(isNumber(b) ? number : b);
}

/** What one version has more than the other, against nothing: 1 when it makes it later. */
function compareRest(rest: readonly string[]): number {
  for (const [at, part] of rest.entries()) {
    if (isNumber(part)) return 1;
    const order = rankOf(part) - rankOf(number);
    if (order !== 0 || at > 0) return Math.sign(order);
  }
  return 0;
}

const ranks: readonly (readonly [start: string, rank: number])[] = [
  ['dev', 0],
  ['a', 1],
  ['b', 2],
  ['RC', 3],
  ['rc', 3],
  [number, 4],
  ['p', 5],
];

/** Words that begin with none of these come before all. */
function rankOf(word: string): number {
  return ranks.find(([start]) => word.startsWith(start))?.[1] ?? -1;
}

function isNumber(part: string): boolean {
  return /^\d/.test(part);
}
