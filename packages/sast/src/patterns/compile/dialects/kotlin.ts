import type { Dialect } from '../dialect.ts';

export const kotlin: Dialect = {
  name: 'kotlin',
  languages: ['kotlin', 'kt'],
  grammars: ['kotlin'],
  lineComment: '//',
  blockComments: true,
  quotes: [
    { open: '"""', close: '"""', lines: true, code: '${' },
    { open: '"', close: '"', escapes: true, code: '${' },
    { open: "'", close: "'", escapes: true },
  ],
  typed: 'after',
  metavariable: { expression: 'zzM%', parameter: 'zzM%: Any', others: ['zzM%: Any', '@zzM%', 'val zzM% = 1'] },
  sequence: { expression: 'zzS%', parameter: 'zzS%: Any', others: ['zzS%: Any'] },
  ellipsis: {
    expression: 'zzE%',
    parameter: 'zzE%: Any',
    member: 'val zzE% = 1',
    others: ['zzE%: Any', 'val zzE%: Int = 1', 'zzE% -> {}', 'zzE% = zzE%', 'catch (zzE%: E) {}', '@zzE%', 'zzE%,', ''],
  },
  deep: ['zzD(', ')'],
  contexts: [
    { name: 'program', before: '', after: '\n' },
    { name: 'expression', before: 'val zzv = (', after: '\n)\n' },
    { name: 'member', before: 'class zzC {\n', after: '\n}\n' },
    { name: 'header', before: '', after: '\n{}\n', first: 'header', partial: true },
    {
      name: 'class-header',
      before: '',
      after: ' {}\n',
      first: /^(?:@\S+\s+|\w+\s+)*(?:class|interface|object|fun)\b[^{=]*$/,
      partial: true,
    },
    { name: 'annotation', before: '', after: '\nclass zzC {}\n' },
    { name: 'catch', before: 'try {} ', after: '\n', first: /^(?:catch|finally)\b/ },
    { name: 'case', before: 'when (zzq) {\n', after: '\n}\n' },
    { name: 'arguments', before: 'zzf(', after: '\n)\n' },
    { name: 'type', before: 'val zzv: ', after: '\n' },
  ],
  natural: 3,
};
