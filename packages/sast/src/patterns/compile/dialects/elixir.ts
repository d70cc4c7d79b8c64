import type { Dialect } from '../dialect.ts';

export const elixir: Dialect = {
  name: 'elixir',
  languages: ['elixir', 'ex'],
  grammars: ['elixir'],
  lineComment: '#',
  blockComments: false,
  quotes: [
    { open: '"""', close: '"""', lines: true, escapes: true, code: '#{' },
    { open: '"', close: '"', lines: true, escapes: true, code: '#{' },
    { open: "'", close: "'", lines: true, escapes: true },
  ],
  metavariable: { expression: 'zzM%', others: ['ZzM%', ':zzM%', 'zzM%: zzM%', 'zzM% -> zzm'] },
  sequence: { expression: 'zzS%', others: ['zzS%: zzS%'] },
  ellipsis: { expression: 'zzE%', others: ['zzE%: zzE%', 'zzE% -> zzE%', 'zzE% => zzE%', 'zzE%,', ''] },
  deep: ['zzD(', ')'],
  braceLiterals: true,
  contexts: [
    { name: 'program', before: '', after: '\n' },
    { name: 'expression', before: 'zzv = (', after: '\n)\n' },
    { name: 'header', before: '', after: '\nend\n', partial: true },
    { name: 'arguments', before: 'zzf(', after: '\n)\n' },
    { name: 'case', before: 'case zzq do\n', after: '\nend\n' },
  ],
  natural: 2,
};
