import type { Dialect } from '../dialect.ts';

export const yaml: Dialect = {
  name: 'yaml',
  languages: ['yaml'],
  grammars: ['yaml'],
  lineComment: '#',
  blockComments: false,
  quotes: [
    { open: '"', close: '"', lines: true, escapes: true },
    { open: "'", close: "'", lines: true },
  ],
  metavariable: { expression: 'zzM%', others: ['zzM%: zzM%'] },
  sequence: { expression: 'zzS%', others: [] },
  ellipsis: { expression: 'zzE%', statement: 'zzE%: zzE%', others: ['- zzE%', 'zzE%: zzE%', ''] },
  deep: ['[zzD, ', ']'],
  contexts: [
    { name: 'stream', before: '', after: '\n' },
    { name: 'flow', before: '[', after: ']\n' },
  ],
  natural: 1,
};
