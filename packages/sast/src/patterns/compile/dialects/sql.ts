import type { Dialect } from '../dialect.ts';

export const sql: Dialect = {
  name: 'sql',
  languages: ['sql'],
  grammars: ['sql'],
  lineComment: '--',
  blockComments: true,
  quotes: [
    { open: "'", close: "'", lines: true },
    { open: '"', close: '"', lines: true },
  ],
  foldsWords: true,
  metavariable: { expression: 'zzM%', others: ["'zzM%'", 'zzM% INT', 'zzM% = 1'] },
  sequence: { expression: 'zzS%', others: ['zzS% INT'] },
  ellipsis: { expression: 'zzE%', others: ['zzE% INT', 'zzE% = 1', 'zzE%,', 'SELECT zzE%;', ''] },
  deep: ['zzD(', ')'],
  contexts: [
    { name: 'program', before: '', after: '\n' },
    { name: 'expression', before: 'SELECT ', after: '\n' },
    { name: 'condition', before: 'SELECT 1 FROM zzt WHERE ', after: '\n' },
    { name: 'clause', before: 'SELECT 1 ', after: '\n' },
    { name: 'column', before: 'CREATE TABLE zzt (', after: ')\n' },
  ],
  natural: 2,
};
