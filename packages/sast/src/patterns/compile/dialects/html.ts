import type { Dialect } from '../dialect.ts';

export const html: Dialect = {
  name: 'html',
  languages: ['html'],
  grammars: ['html'],
  lineComment: '//',
  blockComments: false,
  quotes: [
    { open: '"', close: '"', lines: true },
    { open: "'", close: "'", lines: true },
  ],
  metavariable: { expression: 'zzM%', others: ['"zzM%"', 'zzM%="zzM%"'] },
  sequence: { expression: 'zzS%', others: [] },
  ellipsis: { expression: 'zzE%', others: ['zzE%="zzE%"', '<zzE%></zzE%>', ''] },
  deep: ['<zzD>', '</zzD>'],
  contexts: [
    { name: 'document', before: '', after: '' },
    { name: 'attribute', before: '<zze ', after: '></zze>' },
  ],
  natural: 1,
};
