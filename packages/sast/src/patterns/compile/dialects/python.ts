import type { Dialect } from '../dialect.ts';

const format = /[fF][rRbB]?$|[rRbB][fF]$/;

export const python: Dialect = {
  name: 'python',
  languages: ['python', 'py', 'python2', 'python3'],
  grammars: ['python'],
  lineComment: '#',
  blockComments: false,
  quotes: [
    { open: '"""', close: '"""', lines: true, escapes: true, code: '{', prefix: format },
    { open: "'''", close: "'''", lines: true, escapes: true, code: '{', prefix: format },
    { open: '"', close: '"', escapes: true, code: '{', prefix: format },
    { open: "'", close: "'", escapes: true, code: '{', prefix: format },
  ],
  typed: 'argument',
  metavariable: { expression: 'zzM%', others: ['zzM%: zzM%', 'zzM%=zzM%'] },
  sequence: { expression: 'zzS%', others: ['*zzS%', '**zzS%'] },
  ellipsis: {
    expression: 'zzE%',
    others: ['**zzE%', 'zzE%: zzE%', 'zzE%=zzE%', '*zzE%', 'case zzE%: pass', 'except zzE%: pass', 'zzE%,', ''],
  },
  deep: ['zzD(', ')'],
  braceLiterals: true,
  contexts: [
    { name: 'module', before: '', after: '\n' },
    { name: 'expression', before: '(', after: '\n)' },
    { name: 'header', before: '', after: '\n  pass\n', partial: true },
    { name: 'decorator', before: '', after: '\ndef zzf(): pass\n' },
    { name: 'except', before: 'try:\n  pass\n', after: '\n' },
    { name: 'except-header', before: 'try:\n  pass\n', after: '\n  pass\n', partial: true },
    { name: 'else', before: 'if zzq:\n  pass\n', after: '\n' },
    { name: 'bare-header', before: '', after: ':\n  pass\n', partial: true },
    { name: 'pair', before: '{', after: '\n}', first: 'key-value' },
    { name: 'argument', before: 'zzf(', after: '\n)' },
    { name: 'parameter', before: 'def zzf(', after: '): pass\n' },
    { name: 'type', before: 'zzv: ', after: '\n' },
    { name: 'except-follows', before: '', after: '\nexcept: pass\n', partial: true },
    { name: 'subscript', before: 'zza[', after: ']' },
  ],
  natural: 1,
};
