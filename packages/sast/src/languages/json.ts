import { boolean, number, piece, string } from './rows.ts';
import type { Table } from './table.ts';

/** Source: https://github.com/tree-sitter/tree-sitter-json/blob/v0.24.8/src/node-types.json */
export const json: Table = {
  name: 'json',
  grammars: ['json'],
  keysAreFields: true,
  scopes: { unit: 'block' },
  imports: { binds: 'nothing', separator: '/' },
  strings: { escapes: { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }, hex: { u: 4 } },
  flags: {},
  operators: {},
  nodes: {
    document: { is: 'Module' },
    comment: 'drop',
    object: { is: 'Dict', elem: '#*' },
    pair: { is: 'Pair', key: 'key', value: 'value' },
    array: { is: 'Array', elem: '#*' },
    string,
    string_content: piece,
    escape_sequence: piece,
    number,
    true: boolean,
    false: boolean,
    null: { is: 'Null' },
  },
};
