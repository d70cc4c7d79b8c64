/** What PCRE's named and lettered classes stand for, as the inside of a JavaScript class. */
export const posixClasses: Readonly<Record<string, string>> = {
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  ascii: '\\x00-\\x7f',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '\\x21-\\x7e',
  lower: 'a-z',
  print: '\\x20-\\x7e',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  word: '\\w',
  xdigit: '0-9a-fA-F',
};

/** The same, for what can only be said by what it leaves out. */
export const negatedPosixClasses: Readonly<Record<string, string>> = {
  space: '\\S',
  word: '\\W',
  digit: '\\D',
};

export const horizontal = ' \\t\\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000';
export const vertical = '\\n\\v\\f\\r\\u0085\\u2028\\u2029';

/** Escapes that mean the same inside and outside of a class and are spelled otherwise in JavaScript. */
export const plainEscapes: Readonly<Record<string, string>> = { a: '\\x07', e: '\\x1b' };

/** Both cases of a letter, for `(?i)` in the middle of a regular expression; '' if it has one only. */
export function bothCases(char: string): string {
  const lower = char.toLowerCase();
  const upper = char.toUpperCase();
  return lower !== upper && lower.length === 1 && upper.length === 1 ? lower + upper : '';
}
