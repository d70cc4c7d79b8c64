import type { Dialect } from '../dialect.ts';

const statementWords = /^(?:try|catch|finally|for|foreach|while|if|switch|do|else|return|throw|using\s*\(|lock)\b/;

export const csharp: Dialect = {
  name: 'csharp',
  languages: ['csharp', 'c#', 'cs'],
  grammars: ['csharp'],
  lineComment: '//',
  blockComments: true,
  quotes: [
    { open: '$@"', close: '"', lines: true, code: '{' },
    { open: '$"', close: '"', escapes: true, code: '{' },
    { open: '@"', close: '"', lines: true },
    { open: '"', close: '"', escapes: true },
    { open: "'", close: "'", escapes: true },
  ],
  typed: 'before',
  metavariable: { expression: 'zzM%', parameter: 'object zzM%', others: ['object zzM%', 'int zzM%;', 'zzM% zzm'] },
  sequence: { expression: 'zzS%', statement: 'zzS();', parameter: 'object zzS%', member: 'int zzS%;', others: [] },
  ellipsis: {
    expression: 'zzE%',
    statement: 'zzE%();',
    parameter: 'object zzE%',
    member: 'int zzE%;',
    others: ['zzE%;', 'case zzE%: break;', 'zzE%: zzE%', 'zzE% = zzE%', 'catch (zzE% zze) {}', '[zzE%]', 'zzE%,', ''],
  },
  deep: ['zzD(', ')'],
  contexts: [
    { name: 'statement', before: '', after: ';', unless: /[;}]\s*$|^(?:\[|using\b|namespace\b)/ },
    { name: 'program', before: '', after: '' },
    { name: 'expression', before: 'var zzv = (', after: '\n);' },
    { name: 'member', before: 'class zzC {\n', after: '\n}', unless: statementWords },
    { name: 'member-end', before: 'class zzC {\n', after: ';\n}', unless: statementWords },
    { name: 'member-header', before: 'class zzC {\n', after: '\n{} }', unless: statementWords, partial: true },
    { name: 'header', before: '', after: '\n{}', first: 'header', partial: true },
    {
      name: 'class-header',
      before: '',
      after: ' {}',
      first: /^(?:\[[^\n]*\]\s*|\w+\s+)*(?:class|interface|struct|record|enum)\b[^{]*$/,
      partial: true,
    },
    { name: 'attribute', before: '', after: '\nclass zzC {}' },
    { name: 'member-attribute', before: 'class zzC {\n', after: '\nvoid zzm() {} }' },
    { name: 'catch', before: 'try {} ', after: '', first: /^(?:catch|finally)\b/ },
    { name: 'case', before: 'switch (zzq) {', after: '\n}' },
    { name: 'open-block', before: '', after: '\n}', partial: true },
    { name: 'type', before: '', after: ' zzx;' },
  ],
  natural: 3,
};
