import type { Dialect } from '../dialect.ts';

export const lua: Dialect = {
  name: 'lua',
  languages: ['lua'],
  grammars: ['lua'],
  lineComment: '--',
  blockComments: false,
  quotes: [
    { open: '[[', close: ']]', lines: true },
    { open: '"', close: '"', escapes: true },
    { open: "'", close: "'", escapes: true },
  ],
  metavariable: { expression: 'zzM%', others: ['zzM%()', 'zzM% = zzM%'] },
  sequence: { expression: 'zzS%', statement: 'zzS%()', others: ['zzS% = zzS%'] },
  ellipsis: { expression: 'zzE%', statement: 'zzE%()', others: ['zzE% = zzE%', 'zzE%,', ''] },
  deep: ['zzD(', ')'],
  braceLiterals: true,
  contexts: [
    { name: 'program', before: '', after: '\n' },
    { name: 'expression', before: 'zzv = (', after: '\n)\n' },
    { name: 'header', before: '', after: '\nend\n', partial: true },
    { name: 'then', before: '', after: ' then end\n', first: /^if\b(?![\s\S]*\bthen\b)/, partial: true },
    { name: 'do', before: '', after: ' do end\n', first: /^(?:for|while)\b(?![\s\S]*\bdo\b)/, partial: true },
    { name: 'pair', before: 'zzv = {', after: '\n}\n' },
  ],
  natural: 2,
};
