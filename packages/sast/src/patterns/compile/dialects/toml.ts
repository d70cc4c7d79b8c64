import type { Dialect } from '../dialect.ts';

export const toml: Dialect = {
  name: 'toml',
  languages: ['toml'],
  grammars: ['toml'],
  lineComment: '#',
  blockComments: false,
  quotes: [
    { open: '"""', close: '"""', lines: true, escapes: true },
    { open: '"', close: '"', escapes: true },
    { open: "'", close: "'" },
  ],
  metavariable: { expression: '"zzM%"', assigned: 'zzM%', others: ['zzM%', 'zzM% = 0'] },
  sequence: { expression: '"zzS%"', others: ['zzS% = 0'] },
  ellipsis: { expression: '"zzE%"', statement: 'zzE% = 0', others: ['zzE% = 0', '"zzE%",', 'zzE%', ''] },
  deep: ['["zzD",', ']'],
  contexts: [
    { name: 'document', before: '', after: '\n' },
    { name: 'value', before: 'zzv = ', after: '\n' },
    { name: 'elements', before: 'zzv = [', after: ']\n' },
  ],
  natural: 2,
};
