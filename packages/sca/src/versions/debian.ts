/**
 * Debian's order of versions: `epoch:upstream-revision`. Runs of other characters and runs of digits take turns; letters
 * come before other characters, `~` before everything, even the end.
 *
 * Source: https://www.debian.org/doc/debian-policy/ch-controlfields.html#version
 */
import { compareDigits, maxVersionLength, type VersionScheme } from './scheme.ts';

const pattern = /^\s*(?:(?<epoch>\d+):)?(?<upstream>[A-Za-z0-9.+~:_-]+?)(?:-(?<revision>[A-Za-z0-9.+~_]*))?\s*$/;

export const debian: VersionScheme = {
  docs: 'https://www.debian.org/doc/debian-policy/ch-controlfields.html#version',
  readable: (version) => version.length <= maxVersionLength && pattern.test(version),
  compare(a, b) {
    const left = read(a);
    const right = read(b);
    return (
      compareDigits(left.epoch, right.epoch) ||
      compareRuns(left.upstream, right.upstream) ||
      compareRuns(left.revision, right.revision)
    );
  },
};

function read(version: string): Readonly<Record<'epoch' | 'upstream' | 'revision', string>> {
  const { epoch = '0', upstream = '', revision = '0' } = pattern.exec(version)?.groups ?? {};
  return { epoch, upstream, revision };
}

/** OCaml's package manager compares as Debian does. */
export const opam: VersionScheme = {
  docs: 'https://opam.ocaml.org/doc/Manual.html#version-ordering',
  readable: (version) => version.length <= maxVersionLength && /^[A-Za-z0-9.+~_-]+$/.test(version),
  compare: compareRuns,
};

function compareRuns(a: string, b: string): number {
  const left = runsOf(a);
  const right = runsOf(b);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const one = left[at] ?? '';
    const other = right[at] ?? '';
    const order = at % 2 === 0 ? compareWords(one, other) : compareDigits(one || '0', other || '0');
    if (order !== 0) return order;
  }
  return 0;
}

/** Shape: other characters, digits, other characters, …; the first run may be empty. */
function runsOf(text: string): readonly string[] {
  const runs: readonly string[] = text.match(/\d+|\D+/g) ?? [];
  return /^\d/.test(text) ? ['', ...runs] : runs;
}

function compareWords(a: string, b: string): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const order = weightOf(a, at) - weightOf(b, at);
    if (order !== 0) return order;
  }
  return 0;
}

/** `~` is below the end, the end below letters, letters below all else. */
function weightOf(word: string, at: number): number {
  const character = word[at];
  if (character === undefined) return 0;
  if (character === '~') return -1;
  return word.charCodeAt(at) + (/[A-Za-z]/.test(character) ? 0 : 256);
}
