import { each, name, number, piece, string } from './rows.ts';
import type { Parts, Row, Table } from './table.ts';

/** In an operation the steps of `a.b` stand beside `a`. */
const steps = { name: '@get_attr', index: ['@index', '@splat'] } as const satisfies Parts;
const text = { is: 'Template', part: '#*' } as const satisfies Row;

/**
 * A block is a call: its type with its labels as arguments, then its body. A body is what an object is, pairs of a key
 * and a value, with other blocks among them.
 *
 * Source: https://github.com/tree-sitter-grammars/tree-sitter-hcl/blob/v1.2.0/src/node-types.json
 */
export const hcl: Table = {
  name: 'hcl',
  grammars: ['hcl'],
  scopes: { unit: 'block' },
  imports: { binds: 'nothing', separator: '.' },
  strings: { escapes: { n: '\n', t: '\t', r: '\r' }, hex: { u: 4, U: 8 } },
  flags: {},
  operators: {},
  nodes: {
    config_file: { is: 'Module' },
    ...each(
      [
        'comment',
        'block_start',
        'block_end',
        'object_start',
        'object_end',
        'tuple_start',
        'tuple_end',
        'heredoc_start',
        'heredoc_identifier',
        'quoted_template_start',
        'quoted_template_end',
        'template_interpolation_start',
        'template_interpolation_end',
        'template_directive_start',
        'template_directive_end',
        'strip_marker',
        'legacy_index',
        'template_for_end',
        'template_if_end',
        'template_else_intro',
      ],
      'drop',
    ),
    body: { when: { in: ['block'] }, use: { is: 'Dict', elem: '#*' }, otherwise: 'lift' },
    block: { is: 'Call', callee: '#0', block: '@body', arg: '#*' },
    attribute: { is: 'Pair', key: '#0', value: '#1' },

    // `a.b[0].c` is one list of steps: a member with several names.
    expression: {
      when: { has: '@get_attr' },
      use: { is: 'Member', object: '#0', ...steps },
      otherwise: {
        when: { has: '@index' },
        use: { is: 'Index', object: '#0', index: ['@index', '@splat'] },
        otherwise: 'lift',
      },
    },
    get_attr: 'lift',
    index: 'lift',
    new_index: 'lift',
    splat: { is: 'Spread', value: '#*' },
    ...each(['attr_splat', 'full_splat'], 'lift'),
    ...each(
      ['literal_value', 'template_expr', 'variable_expr', 'collection_value', 'operation', 'template_interpolation'],
      'lift',
    ),
    identifier: name,
    numeric_lit: number,
    bool_lit: { is: 'Bool', text: 'all' },
    null_lit: { is: 'Null', text: 'all' },
    string_lit: string,
    quoted_template: {
      when: { has: '@template_interpolation' },
      use: text,
      otherwise: { when: { has: '@template_directive' }, use: text, otherwise: string },
    },
    heredoc_template: text,
    template_literal: piece,
    ...each(['template_directive', 'template_for', 'template_if', 'template_for_start', 'template_if_intro'], 'lift'),

    object: { is: 'Dict', elem: '#*' },
    object_elem: { is: 'Pair', key: 'key', value: 'val' },
    tuple: { is: 'Array', elem: '#*' },
    function_call: { is: 'Call', callee: '#0', arg: '@function_arguments' },
    function_arguments: 'lift',
    ellipsis: { is: 'Spread' },
    binary_operation: { is: 'Binary', operator: true, left: '#0', right: '#1', ...steps },
    unary_operation: { is: 'Unary', operator: true, value: '#0', ...steps },
    conditional: { is: 'Cond', test: '#0', consequence: '#1', alternative: '#2' },
    for_expr: 'lift',
    for_tuple_expr: { is: 'Comp', body: '#*', elem: ['@for_intro', '@for_cond'] },
    for_object_expr: { is: 'Comp', body: '#*', elem: ['@for_intro', '@for_cond', '@ellipsis'] },
    for_intro: { is: 'CompFor', target: '@identifier', iter: '#*' },
    for_cond: { is: 'CompIf', test: '#0' },
  },
};
