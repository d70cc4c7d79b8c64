/**
 * Alpine's order of versions: `1.2.3b_rc1_p2~commit-r4`. Numbers behind the first that begin with a zero are compared as
 * decimals; suffixes are ranked by their names, those of pre-releases below none.
 *
 * Source: https://gitlab.alpinelinux.org/alpine/apk-tools, src/version.c and doc/apk-package.5.scd
 */
import { compareDigits, compareText, maxVersionLength, type VersionScheme } from './scheme.ts';

const pattern =
  /^(?<numbers>\d+(?:\.\d+)*)(?<letter>[a-z]?)(?<suffixes>(?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*)(?:~(?<commit>[0-9a-f]+))?(?:-r(?<build>\d+))?$/;

export const apk: VersionScheme = {
  docs: 'https://wiki.alpinelinux.org/wiki/Package_policies#Versions',
  readable: (version) => version.length <= maxVersionLength && pattern.test(version.trim()),
  compare(a, b) {
    const left = read(a);
    const right = read(b);
    return (
      compareNumbers(left.numbers.split('.'), right.numbers.split('.')) ||
      compareText(left.letter, right.letter) ||
      compareSuffixes(left.suffixes, right.suffixes) ||
      compareText(left.commit, right.commit) ||
      compareDigits(left.build, right.build)
    );
  },
};

function read(version: string): Readonly<Record<'numbers' | 'letter' | 'suffixes' | 'commit' | 'build', string>> {
  const {
    numbers = '',
    letter = '',
    suffixes = '',
    commit = '',
    build = '0',
  } = pattern.exec(version.trim())?.groups ?? {};
  return { numbers, letter, suffixes, commit, build };
}

function compareNumbers(a: readonly string[], b: readonly string[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at];
    if (right === undefined) return 1;
    const isDecimal = at > 0 && (left.startsWith('0') || right.startsWith('0'));
    const order = isDecimal ? compareText(left, right) : compareDigits(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Where a version without suffix stands among them. */
const none = 'none';
const ranks: readonly string[] = ['alpha', 'beta', 'pre', 'rc', none, 'cvs', 'svn', 'git', 'hg', 'p'];

function compareSuffixes(a: string, b: string): number {
  const left = a.match(/[a-z]+\d*/g) ?? [];
  const right = b.match(/[a-z]+\d*/g) ?? [];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const one = partsOf(left[at]);
    const other = partsOf(right[at]);
    const order = one.rank - other.rank || compareDigits(one.number, other.number);
    if (order !== 0) return order;
  }
  return 0;
}

function partsOf(suffix = none): { readonly rank: number; readonly number: string } {
  const name = suffix.replace(/\d+$/, '');
  return { rank: ranks.indexOf(name), number: suffix.slice(name.length) || '0' };
}
