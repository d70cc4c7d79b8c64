import type { Dialect } from '../dialect.ts';

export const json: Dialect = {
  name: 'json',
  languages: ['json'],
  grammars: ['json'],
  lineComment: '//',
  blockComments: true,
  quotes: [{ open: '"', close: '"', escapes: true }],
  metavariable: { expression: '"zzM%"', others: [] },
  sequence: { expression: '"zzS%"', others: ['"zzS%": 0'] },
  ellipsis: { expression: '"zzE%"', statement: '"zzE%": 0', others: ['"zzE%",', '"zzE%": 0,', ''] },
  deep: ['["zzD",', ']'],
  braceLiterals: true,
  contexts: [
    { name: 'pair', before: '{', after: '}', when: /^(?:"(?:[^"\\]|\\.)*"|\$[A-Z_0-9]+|\.\.\.)\s*[:,]/, first: /./ },
    { name: 'document', before: '', after: '' },
    { name: 'elements', before: '[', after: ']' },
  ],
  natural: 2,
};
