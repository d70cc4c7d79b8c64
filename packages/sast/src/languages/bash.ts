import { each, name, number, piece, string } from './rows.ts';
import type { Row, Table } from './table.ts';

const words = { is: 'Template', part: '#*' } as const satisfies Row;
const one = { when: { single: true }, use: 'lift', otherwise: { is: 'Block' } } as const satisfies Row;
const word = { is: 'Str', text: 'all' } as const satisfies Row;

/** Source: https://github.com/tree-sitter/tree-sitter-bash/blob/v0.25.1/src/node-types.json */
export const bash: Table = {
  name: 'bash',
  grammars: ['bash'],
  scopes: { unit: 'function', assignmentDeclares: true },
  imports: { binds: 'nothing', separator: '/' },
  strings: { escapes: { n: '\n', t: '\t', '\n': '' }, keepsUnknown: true, raw: /^'/ },
  flags: { until: 'negated' },
  flagsBefore: { '&': 'background' },
  operators: {},
  nodes: {
    program: { is: 'Module' },
    ...each(['comment', 'heredoc_start', 'heredoc_end', 'file_descriptor'], 'drop'),
    ...each(['compound_statement', 'do_group', 'subshell', 'else_clause'], { is: 'Block' }),
    ...each(['command_name', 'test_command', 'translated_string'], 'lift'),

    word: { when: { in: ['command_name', 'function_definition'] }, use: name, otherwise: word },
    variable_name: name,
    special_variable_name: name,
    number,
    raw_string: string,
    ansi_c_string: word,
    brace_expression: word,
    string_content: piece,
    heredoc_content: piece,
    regex: { is: 'Regex', text: 'all' },
    extglob_pattern: { is: 'Regex', text: 'all' },
    test_operator: name,
    string: {
      when: { single: true },
      use: { when: { has: '@string_content' }, use: string, otherwise: words },
      otherwise: { when: { has: '@string_content' }, use: words, otherwise: string },
    },
    concatenation: words,
    simple_expansion: 'lift',
    expansion: { when: { single: true }, use: 'lift', otherwise: words },
    arithmetic_expansion: one,
    parenthesized_expression: one,
    command_substitution: one,
    process_substitution: one,
    heredoc_body: words,

    command: { is: 'Call', callee: 'name', arg: 'argument', target: 'redirect', init: '#*' },
    declaration_command: { is: 'Decl', elem: '#*' },
    unset_command: { is: 'Delete', value: '#*' },
    variable_assignment: {
      when: { has: '@+=' },
      use: { is: 'AugAssign', operator: true, left: 'name', right: 'value' },
      otherwise: { is: 'Assign', left: 'name', right: 'value' },
    },
    variable_assignments: { is: 'Decl', elem: '#*' },
    subscript: { is: 'Index', object: 'name', index: 'index' },
    array: { is: 'Array', elem: '#*' },
    pipeline: { is: 'Binary', operator: true, left: '#0', right: '#*' },
    list: { is: 'Binary', operator: true, left: '#0', right: '#*' },
    negated_command: { is: 'Unary', operator: true, value: '#0' },
    redirected_statement: { is: 'With', init: ['redirect', '#*'], body: 'body' },
    file_redirect: { is: 'Unary', operator: true, value: 'destination' },
    heredoc_redirect: { lift: { init: ['#*', 'argument', 'redirect', 'right'] } },
    herestring_redirect: { is: 'Unary', operator: true, value: '#0' },
    binary_expression: {
      is: 'Binary',
      operator: 'operator',
      left: ['left', '#0'],
      right: ['right', '#*'],
    },
    unary_expression: { is: 'Unary', operator: 'operator', value: '#0' },
    postfix_expression: { is: 'Update', operator: true, value: '#0' },
    ternary_expression: { is: 'Cond', test: 'condition', consequence: 'consequence', alternative: 'alternative' },

    function_definition: { is: 'FuncDef', flags: ['last'], name: 'name', body: 'body', target: 'redirect' },
    if_statement: {
      is: 'If',
      test: 'condition',
      consequence: '#*',
      alternative: ['@elif_clause', '@else_clause'],
      chain: ['@elif_clause', '@else_clause'],
    },
    elif_clause: { is: 'If', test: '#0', consequence: '#*' },
    while_statement: { is: 'While', test: 'condition', body: 'body' },
    for_statement: { is: 'ForEach', flags: ['declares'], target: 'variable', iter: 'value', body: 'body' },
    c_style_for_statement: { is: 'For', init: 'initializer', test: 'condition', update: 'update', body: 'body' },
    case_statement: { is: 'Switch', test: 'value', body: '#*' },
    case_item: { is: 'Case', flags: ['noFall'], test: 'value', body: '#*' },
  },
};
