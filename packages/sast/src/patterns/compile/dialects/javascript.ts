import type { Dialect } from '../dialect.ts';

const statementWords = /^(?:try|catch|finally|for|while|if|switch|do|else|return|throw)\b/;

const shared = {
  lineComment: '//',
  blockComments: true,
  quotes: [
    { open: '`', close: '`', lines: true, escapes: true, code: '${' },
    { open: '"', close: '"', escapes: true },
    { open: "'", close: "'", escapes: true },
  ],
  regexLiterals: true,
  ownEllipsis: { after: /^[\w$[({"'*]/ },
  typed: 'after',
  metavariable: { expression: '$%', others: ['{$%}', "'$%'", '$%: $%'] },
  sequence: {
    expression: 'zzS%',
    statement: 'zzS%;',
    others: ['...zzS%', '{...zzS%}', '{zzS%}', 'zzS%: zzS%', 'zzS%(){}'],
  },
  ellipsis: {
    expression: 'zzE%',
    statement: 'zzE%;',
    others: ['zzE%:', 'zzE%;;', 'zzE%: zzE%', 'case zzE%:', 'zzE%(){}', '...zzE%', '.zzE%', '{zzE%}', 'zzE%,', ''],
  },
  deep: ['zzD(', ')'],
  braceLiterals: true,
  contexts: [
    { name: 'object', before: '(', after: '\n)', first: /^\{/, when: /^\{/ },
    { name: 'program', before: '', after: '' },
    { name: 'expression', before: '(', after: '\n)' },
    { name: 'member', before: 'class zzC {\n', after: '\n}', unless: statementWords },
    { name: 'pair', before: '({', after: '\n})', first: 'key-value', unless: statementWords },
    { name: 'catch', before: 'try {} ', after: '', first: /^catch\b/ },
    { name: 'finally', before: 'try {} catch (zze) {} ', after: '', first: /^finally\b/ },
    {
      name: 'try-follows',
      before: '',
      after: '\n catch (zze) {}',
      first: /^try\b(?![\s\S]*\b(?:catch|finally)\b)/,
      partial: true,
    },
    {
      name: 'class-header',
      before: '',
      after: ' {}',
      first: /^(?:@\S+\s+)*(?:export\s+|abstract\s+)*class\b[^{]*$/,
      partial: true,
    },
    { name: 'header', before: '', after: '\n{}', first: 'header', partial: true },
    { name: 'case', before: 'switch (zzq) {', after: '\n}' },
    { name: 'decorator', before: '', after: '\nclass zzC {}' },
    { name: 'member-decorator', before: 'class zzC {\n', after: '\nzzm(){} }' },
    { name: 'member-header', before: 'class zzC {\n', after: '\n{} }', unless: statementWords, partial: true },
    { name: 'attribute', before: '<zzJ ', after: '\n/>' },
    { name: 'type', before: 'let zzv: ', after: '' },
    { name: 'async', before: 'async function* zzF() {', after: '\n}' },
    { name: 'open-block', before: '', after: '\n}', partial: true },
  ],
  natural: 4,
} as const satisfies Omit<Dialect, 'name' | 'languages' | 'grammars'>;

export const javascript: Dialect = {
  ...shared,
  name: 'javascript',
  languages: ['javascript', 'js'],
  grammars: ['javascript', 'tsx', 'typescript'],
};

export const typescript: Dialect = {
  ...shared,
  name: 'typescript',
  languages: ['typescript', 'ts'],
  grammars: ['tsx', 'typescript'],
};
