import { binary, boolean, each, name, number, piece, string } from './rows.ts';
import type { Row, Table } from './table.ts';

const symbol = { is: 'Symbol', text: 'all' } as const satisfies Row;
const block = { is: 'Block' } as const satisfies Row;
const text = {
  when: { has: '@interpolation' },
  use: { is: 'Template', part: '#*' },
  otherwise: string,
} as const satisfies Row;

/**
 * Definitions are calls here as the language has it: `def f(x) do … end` calls `def` with a block.
 *
 * Source: https://github.com/elixir-lang/tree-sitter-elixir/blob/v0.3.5/src/node-types.json
 */
export const elixir: Table = {
  name: 'elixir',
  grammars: ['elixir'],
  scopes: { unit: 'function', assignmentDeclares: true, blocksShare: true },
  imports: { binds: 'nothing', separator: '.' },
  strings: {
    escapes: { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\x07', e: '\x1b', s: ' ', '0': '\0' },
    hex: { x: 2, u: 4 },
    braces: true,
  },
  flags: {},
  operators: { and: '&&', or: '||', not: '!' },
  nodes: {
    source: { is: 'Module' },
    ...each(['comment', 'sigil_modifiers'], 'drop'),
    body: block,
    block: { when: { single: true }, use: 'lift', otherwise: block },

    ...each(['identifier', 'alias', 'operator_identifier', 'sigil_name'], name),
    integer: number,
    float: number,
    boolean,
    nil: { is: 'Null', text: 'all' },
    char: string,
    atom: symbol,
    keyword: symbol,
    quoted_atom: { when: { has: '@interpolation' }, use: { is: 'Template', part: '#*' }, otherwise: symbol },
    quoted_keyword: { when: { has: '@interpolation' }, use: { is: 'Template', part: '#*' }, otherwise: symbol },
    string: text,
    // A list of numbers, and no text.
    charlist: {
      when: { has: '@interpolation' },
      use: { is: 'Template', part: '#*' },
      otherwise: { is: 'Symbol', text: 'inside' },
    },
    sigil: { is: 'Template', name: '@sigil_name', part: '#*' },
    quoted_content: piece,
    escape_sequence: piece,
    interpolation: 'lift',

    call: { is: 'Call', callee: 'target', arg: '@arguments', block: '@do_block' },
    arguments: 'lift',
    dot: {
      when: { has: 'right' },
      use: { is: 'Member', object: 'left', name: 'right' },
      otherwise: 'lift',
    },
    access_call: { is: 'Index', object: 'target', index: 'key' },
    unary_operator: { is: 'Unary', operator: true, value: 'operand' },
    binary_operator: {
      when: { has: '@=' },
      use: { is: 'Assign', left: 'left', right: 'right' },
      otherwise: binary,
    },
    list: { is: 'Array', elem: '#*' },
    tuple: { is: 'Tuple', elem: '#*' },
    bitstring: { is: 'Array', elem: '#*' },
    map: { is: 'Dict', type: '@struct', elem: '#*' },
    struct: 'lift',
    map_content: 'lift',
    keywords: 'lift',
    pair: { is: 'Pair', key: 'key', value: 'value' },

    do_block: { is: 'Lambda', flags: ['last', 'sharesThis'], body: '#*' },
    ...each(['after_block', 'else_block', 'catch_block', 'rescue_block'], block),
    anonymous_function: { is: 'Lambda', flags: ['last', 'sharesThis'], body: '#*' },
    stab_clause: { is: 'Case', flags: ['noFall'], test: 'left', body: 'right' },
  },
};
