import { c } from './c.ts';
import { each, name, piece, string, type } from './rows.ts';
import type { Row, Table } from './table.ts';

const { variadic_parameter: _variadic, macro_type_specifier: _macro, ...inherited } = c.nodes;
/** A type with a body defines it, one without names it. */
const definition = {
  when: { has: 'body' },
  use: { is: 'ClassDef', name: 'name', base: '@base_class_clause', body: 'body' },
  otherwise: type,
} as const satisfies Row;
const initialised = { is: 'Param', type: 'type', name: 'declarator', value: 'default_value' } as const satisfies Row;

/**
 * C++ is C, and more: the rows here are added to C's, or replace them.
 *
 * Source: https://github.com/tree-sitter/tree-sitter-cpp/blob/v0.23.4/src/node-types.json
 */
export const cpp: Table = {
  ...c,
  name: 'cpp',
  grammars: ['cpp'],
  scopes: { unit: 'block', membersVisible: true },
  imports: { binds: 'nothing', separator: '::' },
  strings: { ...c.strings, raw: /^[uUL]?8?R/ },
  flags: { ...c.flags, '&': 'byRef' },
  operators: { and: '&&', or: '||', not: '!', bitand: '&', bitor: '|', xor: '^', not_eq: '!=' },
  nodes: {
    ...inherited,
    ...each(
      [
        'access_specifier',
        'virtual_specifier',
        'explicit_function_specifier',
        'noexcept',
        'throw_specifier',
        'ref_qualifier',
        'default_method_clause',
        'delete_method_clause',
        'pure_virtual_clause',
        'template_parameter_list',
        'template_instantiation',
        'concept_definition',
        'requires_clause',
        'requires_expression',
        'lambda_capture_specifier',
        'literal_suffix',
        'abstract_reference_declarator',
      ],
      'drop',
    ),
    ...each(
      [
        'template_declaration',
        'friend_declaration',
        'reference_declarator',
        'variadic_declarator',
        'pointer_type_declarator',
        'init_statement',
        'user_defined_literal',
        'base_class_clause',
        'field_initializer_list',
        'subscript_argument_list',
        'dependent_name',
      ],
      'lift',
    ),

    this: { is: 'This' },
    namespace_identifier: name,
    nested_namespace_specifier: name,
    qualified_identifier: name,
    operator_name: name,
    destructor_name: name,
    raw_string_literal: string,
    raw_string_content: piece,
    raw_string_delimiter: piece,
    type_identifier: {
      when: {
        in: [
          'class_specifier',
          'struct_specifier',
          'union_specifier',
          'enum_specifier',
          'type_definition',
          'alias_declaration',
        ],
      },
      use: name,
      otherwise: type,
    },
    ...each(
      ['auto', 'decltype', 'template_type', 'dependent_type', 'placeholder_type_specifier', 'template_argument_list'],
      type,
    ),
    template_function: { lift: { type: 'arguments' } },
    template_method: { lift: { type: 'arguments' } },

    subscript_expression: { is: 'Index', object: 'argument', index: 'indices' },
    new_expression: { is: 'New', callee: 'type', arg: 'arguments', init: 'placement', index: 'declarator' },
    new_declarator: { lift: { index: 'length' } },
    delete_expression: { is: 'Delete', value: '#0' },
    co_await_expression: { is: 'Await', value: 'argument' },
    co_yield_statement: { is: 'Yield', value: '#0' },
    co_return_statement: { is: 'Return', value: '#0' },
    fold_expression: { is: 'Binary', operator: true, left: 'left', right: 'right' },
    parameter_pack_expansion: { is: 'Spread', flags: ['star'], value: 'pattern' },

    lambda_expression: { is: 'Lambda', flags: ['sharesThis'], param: 'declarator', body: 'body' },
    abstract_function_declarator: {
      when: { in: ['lambda_expression'] },
      use: { lift: { param: 'parameters' } },
      otherwise: 'drop',
    },
    trailing_return_type: { lift: { type: '#0' } },
    optional_parameter_declaration: initialised,
    variadic_parameter_declaration: { is: 'Param', flags: ['star'], type: 'type', name: 'declarator' },
    structured_binding_declarator: { is: 'Tuple', elem: '#*' },
    field_declaration: {
      when: { has: '@function_declarator' },
      use: { is: 'FuncDef', type: 'type', name: 'declarator', value: 'default_value' },
      otherwise: { is: 'FieldDef', type: 'type', name: 'declarator', value: 'default_value' },
    },
    function_definition: {
      is: 'FuncDef',
      type: 'type',
      name: 'declarator',
      init: '@field_initializer_list',
      body: 'body',
    },
    field_initializer: { is: 'Call', callee: '#0', arg: '#*' },
    operator_cast: { lift: { type: 'type' } },

    class_specifier: definition,
    struct_specifier: definition,
    union_specifier: definition,
    enum_specifier: {
      when: { has: 'body' },
      use: { is: 'ClassDef', flags: ['enum'], name: 'name', base: 'base', body: 'body' },
      otherwise: type,
    },
    declaration: {
      when: { has: '@init_declarator' },
      use: { merge: '@init_declarator', many: 'Decl', type: 'type', elem: 'declarator' },
      otherwise: {
        when: { has: '@function_declarator' },
        use: { is: 'FuncDef', type: 'type', name: 'declarator' },
        otherwise: { is: 'VarDef', type: 'type', name: 'declarator', value: ['value', 'default_value'] },
      },
    },
    alias_declaration: { is: 'TypeDef', name: 'name', type: 'type' },
    namespace_definition: { is: 'Package', name: 'name', body: 'body' },
    namespace_alias_definition: { is: 'Import', alias: 'name', source: '#0' },
    using_declaration: { is: 'Import', source: '#0' },
    static_assert_declaration: { is: 'Assert', test: 'condition', value: 'message' },

    condition_clause: { lift: { init: 'initializer' } },
    for_range_loop: {
      is: 'ForEach',
      flags: ['declares'],
      init: 'initializer',
      type: 'type',
      target: 'declarator',
      iter: 'right',
      body: 'body',
    },
    try_statement: { is: 'Try', body: 'body', handler: '#*' },
    catch_clause: { is: 'Catch', target: 'parameters', body: 'body' },
    throw_statement: { is: 'Throw', value: '#0' },
  },
};
