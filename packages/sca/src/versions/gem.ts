/**
 * RubyGems' order of versions. A version is numbers and words; a word stands for a pre-release, so it comes before any
 * number, and a missing number is 0. Zeros at the end of the numbers, and of what follows them, weigh nothing. A hyphen
 * is `.pre.`.
 *
 * Source: rubygems, lib/rubygems/version.rb, `<=>` and `canonical_segments`
 */
import { compareDigits, compareText, maxVersionLength, type VersionScheme } from './scheme.ts';

export const gem: VersionScheme = {
  docs: 'https://guides.rubygems.org/patterns/#prerelease-gems',
  readable: (version) =>
    version.length <= maxVersionLength &&
    /^\s*\d+[0-9a-z]*(?:\.[0-9a-z]+)*(?:-[0-9a-z-]+(?:\.[0-9a-z-]+)*)?\s*$/i.test(version),
  compare(a, b) {
    const left = segmentsOf(a);
    const right = segmentsOf(b);
    for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
      const order = compareSegments(left[at] ?? '0', right[at] ?? '0');
      if (order !== 0) return order;
    }
    return 0;
  },
  asPublished: (version) => version.replace(platform, ''),
};

/** What a lock file writes behind the version of a gem that is built for one platform. */
const platform = /-(?:x86|x64|i[3-6]86|arm|aarch64|universal|java|jruby|mswin|mingw|powerpc|ppc|s390x|riscv)[\w.-]*$/;

function segmentsOf(version: string): readonly string[] {
  const all: readonly string[] = version.replaceAll('-', '.pre.').match(/\d+|[a-z]+/gi) ?? [];
  const word = all.findIndex((it) => !isNumber(it));
  const numbers = word === -1 ? all : all.slice(0, word);
  return [...withoutZeros(numbers), ...withoutZeros(all.slice(numbers.length))];
}

function withoutZeros(segments: readonly string[]): readonly string[] {
  let end = segments.length;
  while (end > 0 && /^0+$/.test(segments[end - 1]!)) end -= 1;
  return segments.slice(0, end);
}

function compareSegments(a: string, b: string): number {
  if (isNumber(a) && isNumber(b)) return compareDigits(a, b);
  return Number(isNumber(a)) - Number(isNumber(b)) || compareText(a, b);
}

function isNumber(segment: string): boolean {
  return /^\d/.test(segment);
}
