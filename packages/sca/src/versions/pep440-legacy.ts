import { compareText, maxVersionLength } from './scheme.ts';

/**
 * The order that setuptools had before PEP 440: digits by value and above words, `-` and `final` as markers, trailing
 * zeros without weight.
 *
 * Source: packaging 21, version.py, `_legacy_cmpkey`
 */
export function compareLegacy(a: string, b: string): number {
  const left = legacyParts(a);
  const right = legacyParts(b);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const found = compareText(left[at] ?? '', right[at] ?? '');
    if (found !== 0) return found;
  }
  return 0;
}

const words: Readonly<Record<string, string>> = { pre: 'c', preview: 'c', '-': 'final-', rc: 'c', dev: '@' };

function legacyParts(version: string): readonly string[] {
  const parts: string[] = [];
  for (const [part] of version.toLowerCase().matchAll(/\d+|[a-z]+|\.|-|[^a-z\d.-]+/g)) {
    if (part === '.') continue;
    const word = Object.hasOwn(words, part) ? words[part]! : part;
    // Padded to the longest that there can be, numbers compare as text; the mark sets words below them.
    const key = /^\d/.test(word) ? word.padStart(maxVersionLength, '0') : `*${word}`;
    if (key.startsWith('*')) dropTrailing(parts, key);
    parts.push(key);
  }
  dropTrailing(parts, '*final');
  parts.push('*final');
  return parts;
}

const zero = '0'.repeat(maxVersionLength);

function dropTrailing(parts: string[], before: string): void {
  if (before < '*final') while (parts.at(-1) === '*final-') parts.pop();
  while (parts.at(-1) === zero) parts.pop();
}
