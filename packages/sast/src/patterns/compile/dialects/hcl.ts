import type { Dialect } from '../dialect.ts';

export const hcl: Dialect = {
  name: 'terraform',
  languages: ['terraform', 'hcl', 'tf'],
  grammars: ['hcl'],
  lineComment: '#',
  blockComments: true,
  quotes: [{ open: '"', close: '"', escapes: true, code: '${' }],
  metavariable: { expression: 'zzM%', others: ['zzM% = zzM%', '"zzM%"', 'zzM% {}'] },
  sequence: { expression: 'zzS%', others: ['zzS% = zzS%'] },
  ellipsis: {
    expression: 'zzE%',
    statement: 'zzE% = zzE%',
    others: ['"zzE%"', 'zzE% {}', 'zzE% {', 'zzE% = zzE%,', 'zzE%,', ''],
  },
  deep: ['zzD(', ')'],
  contexts: [
    { name: 'body', before: '', after: '\n' },
    { name: 'expression', before: 'zzv = ', after: '\n' },
    { name: 'elements', before: 'zzv = [', after: '\n]\n' },
    { name: 'pair', before: 'zzv = {\n', after: '\n}\n' },
    { name: 'header', before: '', after: ' {}\n', partial: true },
  ],
  natural: 2,
};
