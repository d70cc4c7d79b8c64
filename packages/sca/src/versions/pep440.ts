import { compare, satisfies, valid, validRange } from '@renovatebot/pep440';
import { compareDigits, compareText, maxVersionLength, type VersionScheme } from './scheme.ts';

/** Python's versions by PEP 440; older ones that are no such versions come before all that are. */
export const pep440: VersionScheme = {
  docs: 'https://packaging.python.org/en/latest/specifications/version-specifiers/',
  readable: (version) => version !== '' && version.length <= maxVersionLength,
  compare(a, b) {
    const modern = isModern(a);
    if (modern !== isModern(b)) return modern ? 1 : -1;
    return modern ? compare(a, b) : compareLegacy(a, b);
  },
};

/** Whether a version lies in a specifier set, pre-releases included; undefined when it is no such set. */
export function satisfiesPep440(version: string, specifiers: string): boolean | undefined {
  if (specifiers.length > maxVersionLength || !isModern(version) || !validRange(specifiers)) return undefined;
  return satisfies(version, specifiers, { prereleases: true });
}

function isModern(version: string): boolean {
  return valid(version) !== null;
}

/**
 * The order that setuptools had before PEP 440: digits by value and above words, `-` and `final` as markers, trailing
 * zeros without weight.
 *
 * Source: packaging 21, version.py, `_legacy_cmpkey`
 */
function compareLegacy(a: string, b: string): number {
  const left = legacyParts(a);
  const right = legacyParts(b);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const order = compareText(left[at] ?? '', right[at] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

const words: Readonly<Record<string, string>> = { pre: 'c', preview: 'c', '-': 'final-', rc: 'c', dev: '@' };

function legacyParts(version: string): readonly string[] {
  const parts: string[] = [];
  for (const [part] of version.toLowerCase().matchAll(/\d+|[a-z]+|\.|-|[^a-z\d.-]+/g)) {
    if (part === '.') continue;
    const word = Object.hasOwn(words, part) ? words[part]! : part;
    // Padded, numbers of any length compare as text; the mark sets words below them.
    const key = /^\d/.test(word) ? padded(word) : `*${word}`;
    if (key.startsWith('*')) dropTrailing(parts, key);
    parts.push(key);
  }
  dropTrailing(parts, '*final');
  parts.push('*final');
  return parts;
}

function dropTrailing(parts: string[], before: string): void {
  if (before < '*final') while (parts.at(-1) === '*final-') parts.pop();
  while (parts.at(-1) === padded('0')) parts.pop();
}

function padded(digits: string): string {
  const bare = digits.replace(/^0+(?=\d)/, '');
  return compareDigits(bare, '0') === 0 ? '0'.repeat(8) : bare.padStart(Math.max(8, bare.length), '0');
}
