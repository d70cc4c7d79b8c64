import { binary, boolean, each, name, number, piece, string } from './rows.ts';
import type { Table } from './table.ts';

/** Source: https://github.com/tree-sitter-grammars/tree-sitter-lua/blob/v0.4.1/src/node-types.json */
export const lua: Table = {
  name: 'lua',
  grammars: ['lua'],
  keysAreFields: true,
  parallelAssignments: 'any',
  scopes: { unit: 'block', sequential: true },
  imports: { binds: 'nothing', separator: '.' },
  strings: {
    escapes: { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\x07', '\n': '\n' },
    hex: { x: 2 },
    braces: true,
    raw: /^\[/,
    joinedBy: '..',
  },
  flags: { local: 'declares' },
  operators: { and: '&&', or: '||', not: '!', '~=': '!=' },
  nodes: {
    chunk: { is: 'Module' },
    ...each(['comment', 'comment_content', 'hash_bang_line', 'empty_statement', 'attribute'], 'drop'),
    block: { is: 'Block' },
    do_statement: 'lift',
    parenthesized_expression: 'lift',

    identifier: name,
    number,
    true: boolean,
    false: boolean,
    nil: { is: 'Null' },
    string,
    string_content: piece,
    escape_sequence: piece,
    vararg_expression: {
      when: { in: ['parameters'] },
      use: { is: 'Param', flags: ['star'] },
      otherwise: { is: 'Spread', text: 'all' },
    },

    function_call: { is: 'Call', callee: 'name', arg: 'arguments' },
    arguments: 'lift',
    method_index_expression: { is: 'Member', object: 'table', name: 'method' },
    dot_index_expression: { is: 'Member', object: 'table', name: 'field' },
    bracket_index_expression: { is: 'Index', object: 'table', index: 'field' },
    unary_expression: { is: 'Unary', operator: true, value: 'operand' },
    binary_expression: binary,
    table_constructor: { is: 'Dict', elem: '#*' },
    field: { when: { has: 'name' }, use: { is: 'Pair', key: 'name', value: 'value' }, otherwise: 'lift' },

    assignment_statement: { is: 'Assign', left: '@variable_list', right: '@expression_list' },
    variable_declaration: {
      when: { has: '@assignment_statement' },
      use: { merge: '@assignment_statement' },
      otherwise: { is: 'VarDef', name: '#*' },
    },
    variable_list: {
      when: { single: true },
      use: 'lift',
      otherwise: {
        when: { in: ['variable_declaration'] },
        use: 'lift',
        otherwise: { is: 'Tuple', elem: ['name', '#*'] },
      },
    },
    expression_list: {
      when: { single: true },
      use: 'lift',
      otherwise: { is: 'Tuple', elem: ['value', '#*'] },
    },

    function_declaration: { is: 'FuncDef', name: 'name', param: 'parameters', body: 'body' },
    function_definition: { is: 'Lambda', flags: ['sharesThis'], param: 'parameters', body: 'body' },
    parameters: { lift: { param: ['name', '#*'] } },

    if_statement: {
      is: 'If',
      test: 'condition',
      consequence: 'consequence',
      alternative: 'alternative',
      chain: 'alternative',
    },
    elseif_statement: { is: 'If', test: 'condition', consequence: 'consequence' },
    else_statement: { lift: { alternative: 'body' } },
    while_statement: { is: 'While', test: 'condition', body: 'body' },
    repeat_statement: { is: 'DoWhile', flags: ['negated'], body: 'body', test: 'condition' },
    for_statement: {
      when: { has: '@for_numeric_clause' },
      use: { is: 'ForEach', flags: ['declares'], iter: 'clause', body: 'body' },
      otherwise: { is: 'ForEach', flags: ['declares'], body: 'body' },
    },
    for_generic_clause: { lift: { target: '@variable_list', iter: '@expression_list' } },
    for_numeric_clause: {
      lift: { target: 'name', iter: ['start', 'end', 'step'] },
    },
    return_statement: { is: 'Return', value: '#0' },
    break_statement: { is: 'Break' },
    goto_statement: { is: 'Goto', name: '#0' },
    label_statement: { is: 'Label', name: '#0' },
  },
};
