import { boolean, each, number, piece, string } from './rows.ts';
import type { Row, Table } from './table.ts';

const text = { is: 'Str', text: 'all' } as const satisfies Row;
/** `[a.b]` gives what follows to a key. */
const table = { is: 'Dict', key: '#0', elem: '#*' } as const satisfies Row;

/** Source: https://github.com/tree-sitter-grammars/tree-sitter-toml/blob/v0.7.0/src/node-types.json */
export const toml: Table = {
  name: 'toml',
  grammars: ['toml'],
  scopes: { unit: 'block' },
  imports: { binds: 'nothing', separator: '.' },
  strings: {
    escapes: { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '\n': '' },
    hex: { u: 4, U: 8 },
    raw: /^'/,
  },
  flags: {},
  operators: {},
  nodes: {
    document: { is: 'Module' },
    comment: 'drop',
    table,
    table_array_element: table,
    pair: { is: 'Pair', key: '#0', value: '#1' },
    inline_table: { is: 'Dict', elem: '#*' },
    array: { is: 'Array', elem: '#*' },
    ...each(['bare_key', 'dotted_key', 'local_date', 'local_date_time', 'local_time', 'offset_date_time'], text),
    quoted_key: string,
    string,
    escape_sequence: piece,
    integer: number,
    float: number,
    boolean,
  },
};
