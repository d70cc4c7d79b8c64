/**
 * FreeBSD's order of packages: `version_revision,epoch`; the version is numbers, letters and the words pl, alpha, beta, pre
 * and rc between dots.
 *
 * Source: https://docs.freebsd.org/en/books/porters-handbook/makefiles/#makefile-versions and pkg, libpkg/pkg_version.c
 */
import { compareDigits, compareText, maxVersionLength, type VersionScheme } from './scheme.ts';

const pattern = /^(?<version>[0-9a-z.+*]+)(?:_(?<revision>\d+))?(?:,(?<epoch>\d+))?$/i;

export const freebsd: VersionScheme = {
  docs: 'https://docs.freebsd.org/en/books/porters-handbook/makefiles/#makefile-versions',
  readable: (version) => version.length <= maxVersionLength && pattern.test(version),
  compare(a, b) {
    const left = read(a);
    const right = read(b);
    return (
      compareDigits(left.epoch, right.epoch) ||
      compareParts(left.version, right.version) ||
      compareDigits(left.revision, right.revision)
    );
  },
};

function read(text: string): Readonly<Record<'epoch' | 'version' | 'revision', string>> {
  const { epoch = '0', version = '', revision = '0' } = pattern.exec(text)?.groups ?? {};
  return { epoch, version, revision };
}

function compareParts(a: string, b: string): number {
  const left = a.toLowerCase().match(/\d+|[a-z]+/g) ?? [];
  const right = b.toLowerCase().match(/\d+|[a-z]+/g) ?? [];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const order = compareTwo(left[at], right[at]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareTwo(a: string | undefined, b: string | undefined): number {
  const order = rankOf(a) - rankOf(b);
  if (order !== 0 || a === undefined || b === undefined) return order;
  return rankOf(a) === ranks.number ? compareDigits(a, b) : compareText(a, b);
}

const ranks = { alpha: 0, beta: 1, pre: 2, rc: 3, end: 4, pl: 5, word: 6, number: 7 } as const;

function rankOf(part: string | undefined): number {
  if (part === undefined) return ranks.end;
  if (/^\d/.test(part)) return ranks.number;
  return Object.hasOwn(ranks, part) ? ranks[part as keyof typeof ranks] : ranks.word;
}
