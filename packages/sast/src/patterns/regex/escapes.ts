import { horizontal, vertical } from './classes.ts';

/** Any character, ends of lines too. */
export const anything = '[\\s\\S]';

/** Escapes outside of classes that are no characters. */
export const specialEscapes: Readonly<Record<string, string>> = {
  A: `(?<!${anything})`,
  Z: `(?=\\n?(?!${anything}))`,
  z: `(?!${anything})`,
  h: `[${horizontal}]`,
  H: `[^${horizontal}]`,
  v: `[${vertical}]`,
  V: `[^${vertical}]`,
  N: '[^\\n]',
  R: '(?:\\r\\n|[\\n\\v\\f\\r\\u0085\\u2028\\u2029])',
  E: '',
};

/** Escapes that mean something of their own inside of classes. */
export const classEscapes: Readonly<Record<string, string>> = { h: horizontal, v: vertical, b: '\\x08' };

/** Names of Unicode properties that PCRE spells otherwise. */
export const propertyNames: Readonly<Record<string, string>> = {
  Greek: 'Script=Greek',
  Latin: 'Script=Latin',
  Cyrillic: 'Script=Cyrillic',
  Han: 'Script=Han',
  'L&': 'LC',
  Any: 'Any',
};
