import type { Dialect } from '../dialect.ts';

const assembly = /:=|\b(?:mload|mstore|sload|sstore|delegatecall\s*\(\s*gas)\b/;

export const solidity: Dialect = {
  name: 'solidity',
  languages: ['solidity', 'sol'],
  grammars: ['solidity'],
  lineComment: '//',
  blockComments: true,
  quotes: [
    { open: '"', close: '"', escapes: true },
    { open: "'", close: "'", escapes: true },
  ],
  typed: 'before',
  metavariable: {
    expression: '$%',
    parameter: 'T $%',
    others: ['T $%', 'int $%;', '0.0.1', '"$%"', '$% = 1', 'public', '$%: 1'],
  },
  sequence: { expression: 'zzS%', statement: 'zzS%;', parameter: 'T zzS%', member: 'int zzS%;', others: ['zzS%: 1'] },
  ellipsis: {
    expression: 'zzE%',
    statement: 'zzE%;',
    parameter: 'T zzE%',
    member: 'int zzE%;',
    others: ['zzE%;;', 'T zzE%', 'zzE%: 1', 'int zzE%;', 'T zzE%;', 'catch { zzE%; }', '0.0.1', 'zzE%()', 'zzE%,', ''],
  },
  deep: ['zzD(', ')'],
  contexts: [
    {
      name: 'statement',
      before: 'function zzf() {\n',
      after: ';\n}',
      unless:
        /[;}]\s*$|^(?:contract|interface|library|pragma|import|function|modifier|event|constructor|using|struct|enum)\b/,
    },
    {
      name: 'body',
      before: 'function zzf() {\n',
      after: '\n}',
      unless: /^(?:contract|interface|library|pragma|import|function|modifier|event|constructor|using|struct|enum)\b/,
    },
    { name: 'program', before: '', after: '' },
    { name: 'member', before: 'contract zzC {\n', after: '\n}' },
    { name: 'member-header', before: 'contract zzC {\n', after: '\n{} }', partial: true },
    { name: 'member-end', before: 'contract zzC {\n', after: ';\n}' },
    { name: 'class-header', before: '', after: ' {}', first: /^(?:contract|interface|library)\b[^{]*$/, partial: true },
    { name: 'header', before: 'function zzf() {\n', after: '\n{} }', first: 'header', partial: true },
    { name: 'modifier', before: 'contract zzC { function zzf() ', after: ' {} }' },
    { name: 'assembly', before: 'function zzf() { assembly {\n', after: '\n} }', when: assembly },
    { name: 'catch', before: 'function zzf() { try zzx.f() {} ', after: '\n}', first: /^catch\b/ },
    { name: 'type', before: 'contract zzC { ', after: ' zzv; }' },
    { name: 'pair', before: 'function zzf() { zzf({', after: '}); }' },
  ],
  natural: 4,
};
