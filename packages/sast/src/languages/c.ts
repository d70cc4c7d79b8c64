import { boolean, each, name, number, piece, string, type } from './rows.ts';
import type { Row, Table } from './table.ts';

const unary = { is: 'Unary', operator: true, value: 'argument' } as const satisfies Row;
/** A type with a body defines it, one without names it. */
const definition = {
  when: { has: 'body' },
  use: { is: 'ClassDef', name: 'name', body: 'body' },
  otherwise: type,
} as const satisfies Row;
/** All branches of conditional compilation are read, one after the other. */
const conditional = (condition: 'condition' | 'name'): Row => ({
  is: 'Decl',
  test: condition,
  elem: ['#*', 'alternative'],
});

/**
 * Declarators nest inside out (`int *(*f)(char)[3]`): lifted ones hand their role down to the innermost name.
 *
 * Source: https://github.com/tree-sitter/tree-sitter-c/blob/v0.24.1/src/node-types.json
 */
export const c: Table = {
  name: 'c',
  grammars: ['c'],
  scopes: { unit: 'block' },
  imports: { binds: 'nothing', separator: '/' },
  strings: {
    escapes: { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\x07', '\n': '' },
    hex: { x: 2, u: 4, U: 8 },
    octal: true,
  },
  flags: { static: 'static', const: 'const', default: 'default' },
  operators: {},
  nodes: {
    translation_unit: { is: 'Module' },
    comment: 'drop',
    compound_statement: { is: 'Block' },
    ...each(
      ['expression_statement', 'parenthesized_expression', 'extension_expression', 'attributed_statement'],
      'lift',
    ),
    linkage_specification: { lift: { child: 'body' } },
    declaration_list: 'lift',

    identifier: name,
    field_identifier: name,
    statement_identifier: name,
    type_identifier: {
      when: { in: ['struct_specifier', 'union_specifier', 'enum_specifier', 'type_definition'] },
      use: name,
      otherwise: type,
    },
    null: { is: 'Null' },
    true: boolean,
    false: boolean,
    number_literal: number,
    char_literal: string,
    string_literal: string,
    system_lib_string: piece,
    string_content: piece,
    character: piece,
    escape_sequence: piece,
    concatenated_string: { is: 'Template', part: '#*' },

    call_expression: { is: 'Call', callee: 'function', arg: 'arguments' },
    argument_list: 'lift',
    field_expression: { is: 'Member', object: 'argument', name: 'field' },
    subscript_expression: { is: 'Index', object: 'argument', index: 'index' },
    pointer_expression: unary,
    unary_expression: unary,
    update_expression: { is: 'Update', operator: true, value: 'argument' },
    binary_expression: { is: 'Binary', operator: true, left: 'left', right: 'right' },
    assignment_expression: {
      when: { has: '@=' },
      use: { is: 'Assign', left: 'left', right: 'right' },
      otherwise: { is: 'AugAssign', operator: true, left: 'left', right: 'right' },
    },
    conditional_expression: { is: 'Cond', test: 'condition', consequence: 'consequence', alternative: 'alternative' },
    cast_expression: { is: 'Cast', type: 'type', value: 'value' },
    sizeof_expression: { is: 'Unary', operator: true, value: ['value', 'type'] },
    ...each(['alignof_expression', 'offsetof_expression', 'preproc_defined'], type),
    comma_expression: { is: 'Seq', elem: ['left', 'right'] },
    generic_expression: { is: 'Seq', elem: '#*' },
    compound_literal_expression: { is: 'New', callee: 'type', arg: 'value' },
    initializer_list: {
      when: { in: ['compound_literal_expression'] },
      use: 'lift',
      otherwise: { is: 'Array', elem: '#*' },
    },
    initializer_pair: { is: 'Pair', key: 'designator', value: 'value' },
    ...each(['field_designator', 'subscript_designator', 'subscript_range_designator'], 'lift'),

    // Declarators: a lifted one hands its role down, so that the innermost name is the name of what is declared.
    ...each(['pointer_declarator', 'parenthesized_declarator', 'attributed_declarator'], 'lift'),
    array_declarator: { lift: { index: 'size' } },
    function_declarator: { lift: { param: 'parameters' } },
    ...each(
      [
        'abstract_array_declarator',
        'abstract_function_declarator',
        'abstract_parenthesized_declarator',
        'abstract_pointer_declarator',
      ],
      'drop',
    ),
    declaration: {
      when: { has: '@init_declarator' },
      use: { merge: '@init_declarator', many: 'Decl', type: 'type', elem: 'declarator' },
      otherwise: {
        when: { has: '@function_declarator' },
        use: { is: 'FuncDef', type: 'type', name: 'declarator' },
        otherwise: { is: 'VarDef', type: 'type', name: 'declarator' },
      },
    },
    init_declarator: { is: 'VarDef', name: 'declarator', value: 'value' },
    function_definition: { is: 'FuncDef', type: 'type', name: 'declarator', body: 'body' },
    parameter_list: 'lift',
    parameter_declaration: { is: 'Param', type: 'type', name: 'declarator' },
    variadic_parameter: { is: 'Param', flags: ['star'] },
    type_definition: { is: 'TypeDef', type: 'type', name: 'declarator' },
    struct_specifier: definition,
    union_specifier: definition,
    enum_specifier: definition,
    field_declaration_list: 'lift',
    field_declaration: { is: 'FieldDef', type: 'type', name: 'declarator' },
    enumerator_list: 'lift',
    enumerator: { is: 'EnumCase', name: 'name', value: 'value' },
    ...each(['primitive_type', 'sized_type_specifier', 'type_descriptor', 'macro_type_specifier'], type),
    storage_class_specifier: 'lift',
    type_qualifier: 'lift',
    ...each(
      [
        'bitfield_clause',
        'attribute_specifier',
        'attribute_declaration',
        'alignas_qualifier',
        'ms_declspec_modifier',
        'ms_call_modifier',
        'ms_based_modifier',
        'ms_pointer_modifier',
        'gnu_asm_expression',
        'preproc_call',
        'preproc_directive',
      ],
      'drop',
    ),

    if_statement: { is: 'If', test: 'condition', consequence: 'consequence', alternative: 'alternative' },
    else_clause: 'lift',
    switch_statement: { is: 'Switch', test: 'condition', body: 'body' },
    case_statement: { is: 'Case', test: 'value', body: '#*' },
    while_statement: { is: 'While', test: 'condition', body: 'body' },
    do_statement: { is: 'DoWhile', body: 'body', test: 'condition' },
    for_statement: { is: 'For', init: 'initializer', test: 'condition', update: 'update', body: 'body' },
    return_statement: { is: 'Return', value: '#0' },
    break_statement: { is: 'Break' },
    continue_statement: { is: 'Continue' },
    goto_statement: { is: 'Goto', name: 'label' },
    labeled_statement: { is: 'Label', name: 'label', body: '#*' },
    seh_try_statement: { is: 'Try', body: 'body', handler: '#*' },
    seh_except_clause: { is: 'Catch', test: 'filter', body: 'body' },
    seh_finally_clause: { lift: { finally: 'body' } },
    seh_leave_statement: { is: 'Break' },

    preproc_include: { is: 'Import', source: 'path' },
    preproc_def: { is: 'VarDef', name: 'name', value: 'value' },
    preproc_function_def: { is: 'FuncDef', name: 'name', param: 'parameters', value: 'value' },
    preproc_params: 'lift',
    preproc_arg: { is: 'Text', text: 'all' },
    preproc_if: conditional('condition'),
    preproc_elif: conditional('condition'),
    preproc_ifdef: conditional('name'),
    preproc_elifdef: conditional('name'),
    preproc_else: 'lift',
  },
};
