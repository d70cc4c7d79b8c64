/**
 * Words that a text must contain for a rule to match it: read off the patterns' own text, before anything is parsed.
 *
 * Only words that no equivalence can replace count: no keywords (`function` may be `=>`), no numbers (0x8 is 8), nothing
 * inside of strings (they may be put together from others).
 */
import type { Dialect } from './compile/dialect.ts';
import { lex } from './compile/lexer.ts';
import { normalised } from './compile/normalise.ts';
import { withoutTypes } from './compile/typed.ts';
import type { Formula } from './rule/formula.ts';

/**
 * Languages whose names are nothing but letters, digits and `_`, and are compared as they are written: a word of a pattern
 * must stand in the text as a word of its own there, however short it is.
 */
const named = new Set([
  'javascript',
  'typescript',
  'python',
  'java',
  'go',
  'c',
  'cpp',
  'kotlin',
  'scala',
  'rust',
  'php',
  'sql',
  'swift',
  'solidity',
  'apex',
  'dart',
]);

/** Whether the words of these patterns are words of their own in every text that they match. */
export function areWhole(dialect: Dialect | 'generic' | 'regex'): boolean {
  return typeof dialect === 'object' && named.has(dialect.name);
}

/** All of the groups must be met, each by one of its words. An empty list is met by every text. */
export type Needs = readonly (readonly string[])[];

const keywords = new Set(
  (
    'function const let var class extends return if else for while do switch case default break continue try catch finally throw new ' +
    'async await yield import from export as in of def lambda pass raise except with elif not and or is None True False null nil true ' +
    'false undefined this self super static public private protected final abstract void int string boolean bool float double long char ' +
    'func package type struct interface map range go defer select chan byte error String Integer str number any object synchronized ' +
    'throws implements instanceof enum record print global nonlocal assert del'
  ).split(' '),
);

const maxGroups = 40;

export function needsOf(formula: Formula, dialect: Dialect | 'generic' | 'regex'): Needs {
  switch (formula.is) {
    case 'pattern':
      return wordsOf(formula.text, dialect).map((it) => [it]);
    case 'regex':
    case 'not':
      return [];
    case 'inside':
    case 'anywhere':
      return needsOf(formula.of, dialect);
    case 'all':
      return simplest(formula.of.flatMap((it) => needsOf(it, dialect)));
    default:
      return either(formula.of.map((it) => needsOf(it, dialect)));
  }
}

/** One of the alternatives: a word of each; the longest, as the rarest. */
function either(alternatives: readonly Needs[]): Needs {
  const words = new Set<string>();
  for (const needs of alternatives) {
    const best = needs.toSorted((a, b) => a.length - b.length || b[0]!.length - a[0]!.length)[0];
    if (!best) return [];
    for (const word of best) words.add(word);
  }
  return words.size > 0 && words.size <= 200 ? [[...words]] : [];
}

function simplest(needs: Needs): Needs {
  const seen = new Set<string>();
  return needs
    .filter((it) => {
      const key = it.join('\0');
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, maxGroups);
}

const nothing: Pick<Dialect, 'caseless' | 'foldsWords'> = {};

/** Words that a text must have for this pattern to match. */
export function wordsOf(text: string, dialect: Dialect | 'generic' | 'regex'): string[] {
  if (dialect === 'regex') return [];
  const found = new Set<string>();
  const pieces = dialect === 'generic' ? genericPieces(text) : codePieces(dialect, text);
  const { caseless, foldsWords } = typeof dialect === 'object' ? dialect : nothing;
  const shortest = areWhole(dialect) ? 1 : 3;
  for (const piece of pieces) {
    for (const [word] of piece.matchAll(/(?<![\p{L}\p{N}_])[\p{L}_][\p{L}\p{N}_]*/gu)) {
      const counts = word.length >= shortest && !keywords.has(word) && !caseless?.test(word);
      if (counts) found.add(foldsWords ? word.toLowerCase() : word);
    }
  }
  return [...found];
}

function genericPieces(text: string): string[] {
  return text.split(/\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*|\.{3,4}/);
}

/** The pattern's text without placeholders, strings and comments. */
function codePieces(dialect: Dialect, text: string): string[] {
  const { text: untyped } = withoutTypes(dialect, normalised(dialect, text));
  const pieces = lex(dialect, untyped).flatMap((it) => (it.is === 'text' ? [it.text] : []));
  const quoted = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\/.*|#.*/g;
  return [
    pieces
      .join(' \u0000 ')
      .replace(quoted, ' ')
      .replace(/\$(?:\.\.\.)?[A-Z_0-9]+/g, ' '),
  ];
}

/** Whether a text with these words can match. */
export function isMet(needs: Needs, has: (word: string) => boolean): boolean {
  for (const group of needs) if (!group.some(has)) return false;
  return true;
}
