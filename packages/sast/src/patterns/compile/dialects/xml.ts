import type { Dialect } from '../dialect.ts';

export const xml: Dialect = {
  name: 'xml',
  languages: ['xml'],
  grammars: ['xml'],
  lineComment: '\u0000',
  blockComments: false,
  quotes: [
    { open: '"', close: '"', lines: true },
    { open: "'", close: "'", lines: true },
  ],
  metavariable: { expression: 'zzM%', others: ['"zzM%"', 'zzM%="zzM%"', '<zzM%/>'] },
  sequence: { expression: '<zzS%/>', others: ['zzS%="zzS%"', 'zzS%'] },
  ellipsis: { expression: '<zzE%/>', others: ['zzE%="zzE%"', 'zzE%', ''] },
  deep: ['<zzD>', '</zzD>'],
  contexts: [
    { name: 'attribute', before: '<zze ', after: '/>', when: /^[\w:$.-]+\s*=/, first: /./ },
    { name: 'document', before: '', after: '' },
    { name: 'content', before: '<zze>', after: '</zze>' },
  ],
  natural: 2,
};
