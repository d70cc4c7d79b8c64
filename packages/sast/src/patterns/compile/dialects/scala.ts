import type { Dialect } from '../dialect.ts';

export const scala: Dialect = {
  name: 'scala',
  languages: ['scala'],
  grammars: ['scala'],
  lineComment: '//',
  blockComments: true,
  quotes: [
    { open: '"""', close: '"""', lines: true, code: '${' },
    { open: '"', close: '"', escapes: true, code: '${' },
  ],
  typed: 'after or argument',
  arms: /\bmatch\s*$/,
  metavariable: {
    expression: 'zzM%',
    parameter: 'zzM%: Any',
    keyword: 'val',
    others: ['zzM%: Any', 'zzM% <- zzm', 'ZzM%', 'case zzM% => zzm'],
  },
  sequence: { expression: 'zzS%', parameter: 'zzS%: Any', others: ['zzS%: Any'] },
  ellipsis: {
    expression: 'zzE%',
    parameter: 'zzE%: Any',
    arm: 'case zzE% => zzE%',
    others: ['zzE%: Any', 'zzE% <- zzE%', 'case zzE% => zzE%', 'val zzE% = 1', 'zzE%;', 'zzE%,', ''],
  },
  deep: ['zzD(', ')'],
  contexts: [
    { name: 'program', before: '', after: '\n' },
    { name: 'expression', before: 'val zzv = (', after: '\n)\n' },
    { name: 'block', before: 'def zzf() = {\n', after: '\n}\n' },
    {
      name: 'class-header',
      before: '',
      after: ' {}\n',
      first: /^(?:@\S+\s+|\w+\s+)*(?:class|object|trait)\b[^{=]*$/,
      partial: true,
    },
    { name: 'header', before: '', after: ' {}\n', first: 'header', partial: true },
    { name: 'annotation', before: '', after: '\nclass zzC {}\n' },
    { name: 'case', before: 'zzq match {\n', after: '\n}\n' },
    { name: 'catch', before: 'try {} ', after: '\n', first: /^(?:catch|finally)\b/ },
    { name: 'enumerator', before: 'for { ', after: '\n} zzq\n' },
    { name: 'arguments', before: 'zzf(', after: '\n)\n' },
    { name: 'type', before: 'val zzv: ', after: ' = 1\n' },
  ],
  natural: 3,
};
