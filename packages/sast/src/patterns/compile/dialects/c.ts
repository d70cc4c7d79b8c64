import type { Dialect } from '../dialect.ts';

export const c: Dialect = {
  name: 'c',
  languages: ['c'],
  grammars: ['c'],
  lineComment: '//',
  blockComments: true,
  quotes: [
    { open: '"', close: '"', escapes: true },
    { open: "'", close: "'", escapes: true },
  ],
  typed: 'pointer',
  metavariable: { expression: 'zzM%', parameter: 'int zzM%', others: ['"zzM%"', 'zzM%;'] },
  sequence: { expression: 'zzS%', statement: 'zzS%;', parameter: 'int zzS%', others: [] },
  ellipsis: {
    expression: 'zzE%',
    statement: 'zzE%;',
    parameter: 'int zzE%',
    member: 'int zzE%;',
    others: ['zzE%;;', 'case zzE%:', 'zzE%()', '.zzE% = zzE%', 'zzE%,', ''],
  },
  deep: ['zzD(', ')'],
  contexts: [
    { name: 'statement', before: 'void zzf() {\n', after: ';\n}', unless: /[;}]\s*$|^#/ },
    { name: 'body', before: 'void zzf() {\n', after: '\n}' },
    { name: 'program', before: '', after: '\n', first: /^#|^(?:static\s+)?[\w*$\s]+\([^;]*\)\s*\{/ },
    { name: 'expression', before: 'void zzf() { zzv = (', after: '\n); }' },
    { name: 'header', before: 'void zzf() {\n', after: ' {}\n}', first: 'header', partial: true },
    { name: 'member', before: 'struct zzS {\n', after: '\n};' },
    { name: 'top-header', before: '', after: ' {}\n', partial: true },
    { name: 'case', before: 'void zzf() { switch (zzq) {', after: '\n} }' },
    { name: 'else', before: 'void zzf() { if (zzq) {} ', after: '\n}' },
  ],
  natural: 3,
};
