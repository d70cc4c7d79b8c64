import { compareDigits, compareText, maxVersionLength, type VersionScheme } from './scheme.ts';

const pattern = /^\s*v?(?<numbers>\d+(?:\.\d+){0,3})(?:-(?<pre>[0-9a-z.-]+))?(?:\+[0-9a-z.+-]*)?\s*$/i;

/**
 * NuGet's order of versions: semantic versions with up to four numbers, of which missing ones are 0; letters count
 * without their case, and a number that fits no 32-bit integer is a word.
 *
 * Source: https://learn.microsoft.com/en-us/nuget/concepts/package-versioning and NuGet.Versioning, VersionComparer.cs
 */
export const nuget: VersionScheme = {
  docs: 'https://learn.microsoft.com/en-us/nuget/concepts/package-versioning',
  readable: (version) => version.length <= maxVersionLength && pattern.test(version),
  compare(a, b) {
    const left = read(a);
    const right = read(b);
    for (let at = 0; at < 4; at += 1) {
      const order = compareDigits(left.numbers[at] ?? '0', right.numbers[at] ?? '0');
      if (order !== 0) return order;
    }
    if (left.pre.length === 0 || right.pre.length === 0) return right.pre.length - left.pre.length;
    return comparePrerelease(left.pre, right.pre);
  },
};

function read(version: string): { readonly numbers: readonly string[]; readonly pre: readonly string[] } {
  const found = pattern.exec(version)?.groups;
  return { numbers: found?.['numbers']?.split('.') ?? [], pre: found?.['pre']?.toLowerCase().split('.') ?? [] };
}

function comparePrerelease(a: readonly string[], b: readonly string[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at];
    if (right === undefined) return 1;
    const numbers = isNumber(left) && isNumber(right);
    const order = numbers
      ? compareDigits(left, right)
      : Number(isNumber(right)) - Number(isNumber(left)) || compareText(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function isNumber(identifier: string): boolean {
  return /^\d+$/.test(identifier) && Number(identifier) < 2 ** 31;
}
