import { each, name, type } from './rows.ts';
import type { Row, Table } from './table.ts';

const keywords = (
  'bigint bigserial char character int like mediumint real serial smallint smallserial tinyint varchar' +
  ' action add admin after all alter always analyze and any array as asc atomic attribute authorization' +
  ' auto_increment avro before begin between bin_pack binary bit boolean box2d box3d brin btree by bytea' +
  ' cache cached called cascade cascaded case cast change characteristics check collate column columns' +
  ' comment commit committed compression compute concurrently conflict connection constraint constraints' +
  ' copy cost create cross csv current current_timestamp cycle data database date datetime datetime2' +
  ' datetimeoffset decimal declare default deferrable deferred definer delayed delete delimited delimiter' +
  ' desc distinct do double drop duplicate each else encoding encrypted end engine enum escape escaped' +
  ' except exclude execute exists explain extended extension external false fields filter first float' +
  ' following follows for force force_not_null force_null force_quote foreign format freeze from full' +
  ' function generated geography geometry gin gist group groups hash having header high_priority if' +
  ' ignore image immediate immutable in increment incremental index inet initially inner inout input' +
  ' insert instead intersect interval into invoker is isolation join json jsonb jsonfile key language' +
  ' last lateral leakproof left level limit lines local location logged low_priority main match matched' +
  ' materialized maxvalue merge metadata minvalue modify money name names natural nchar new no none' +
  ' noscan not nothing nowait null nulls numeric nvarchar object_id of off offset oid oids old on only' +
  ' optimize option or orc order ordinality others out outer over overwrite owned owner parallel parquet' +
  ' partition partitioned password plain precedes preceding precision primary procedure program quote' +
  ' range rcfile read recursive references referencing regclass regnamespace regproc regtype rename' +
  ' repeatable replace replication reset restart restrict restricted return returning returns rewrite' +
  ' right role rollback row rows safe schema security select separator sequence sequencefile serializable' +
  ' session set setof show similar smalldatetime smallmoney snapshot some sort spgist stable start' +
  ' statement statistics stats stdin storage stored strict string support table tables tablespace' +
  ' tblproperties temp temporary terminated text textfile then ties time timestamp timestamptz to' +
  ' transaction trigger true truncate type unbounded uncached uncommitted union unique unload unlogged' +
  ' unsafe unsigned until update use user using uuid vacuum valid value values varbinary variadic varying' +
  ' verbose version view virtual volatile wait when where window with without write xml zerofill zone'
)
  .split(' ')
  .map((it) => `keyword_${it}`);
const types = (
  'array_size_definition bigint binary bit char datetimeoffset decimal double enum float int interval' +
  ' mediumint nchar numeric nvarchar smallint time timestamp tinyint varbinary varchar'
).split(' ');
const parts = (
  'add_column add_constraint alter_schema alter_table alter_view assignment_list change_ownership' +
  ' column_definitions comment_statement constraints create_extension create_materialized_view' +
  ' create_schema create_table create_view delete direction distinct_from drop_constraint drop_database' +
  ' drop_extension drop_function drop_role drop_schema drop_sequence drop_table drop_type drop_view' +
  ' exists filter_expression from function_arguments function_body function_cost function_language' +
  ' function_leakproof function_rows function_safety function_security function_strictness' +
  ' function_support function_volatility group_by index_fields is_not limit modify_column' +
  ' not_distinct_from not_in not_like not_similar_to offset order_by order_target ordered_columns' +
  ' partition_by rename_object reset_statement returning select set_statement' +
  ' similar_to storage_parameters stored_as table_sort update values window_clause window_frame' +
  ' window_function window_specification'
).split(' ');

/** Everything that a statement consists of, in its order. */
const list = { is: 'Tuple', elem: '#*' } as const satisfies Row;

/** Source: https://github.com/DerekStride/tree-sitter-sql/blob/v0.3.11/src/node-types.json */
export const sql: Table = {
  name: 'sql',
  grammars: ['sql'],
  scopes: { unit: 'block' },
  imports: { binds: 'nothing', separator: '.' },
  strings: { escapes: {}, keepsUnknown: true, doubled: /['"]$/ },
  foldsNames: true,
  flags: {},
  operators: {},
  nodes: {
    program: { is: 'Module' },
    select_expression: 'lift',
    comment: 'drop',
    marginalia: 'drop',
    statement: {
      when: { single: true },
      use: 'lift',
      otherwise: { is: 'Tuple', elem: ['alias', 'name', 'predicate', 'timeout', '#*'] },
    },
    block: list,
    transaction: list,
    ...each(keywords, { is: 'Symbol', text: 'type' }),

    identifier: name,
    literal: {
      when: { has: '@keyword_null' },
      use: { is: 'Null', text: 'all' },
      otherwise: {
        when: { has: '@keyword_true' },
        use: { is: 'Bool', text: 'all' },
        otherwise: {
          when: { has: '@keyword_false' },
          use: { is: 'Bool', text: 'all' },
          otherwise: { is: 'Str', text: 'inside' },
        },
      },
    },
    parameter: name,
    ...each(['op_other', 'op_unary_other', 'bang', 'dollar_quote'], name),
    field: {
      when: { single: true },
      use: 'lift',
      otherwise: {
        is: 'Tuple',
        elem: ['column', 'expression', 'function', 'name', 'opclass', 'opclass_parameters', '#*'],
      },
    },
    term: { when: { single: true }, use: 'lift', otherwise: { is: 'Tuple', elem: ['alias', 'value', '#*'] } },
    relation: { when: { single: true }, use: 'lift', otherwise: { is: 'Tuple', elem: ['alias', '#*'] } },
    object_reference: {
      when: { single: true },
      use: 'lift',
      otherwise: { is: 'Member', object: ['database', 'schema'], name: ['name', '#*'] },
    },
    object_id: list,
    all_fields: { when: { single: true }, use: { is: 'Member', object: '#0' }, otherwise: { is: 'Name', text: 'all' } },
    binary_expression: { is: 'Binary', operator: 'operator', left: 'left', right: 'right' },
    unary_expression: { is: 'Unary', operator: 'operator', value: 'operand' },
    invocation: { is: 'Call', callee: '@object_reference', arg: ['parameter', 'unit', '#*'] },
    cast: { is: 'Cast', value: 'parameter', type: ['custom_type', '#*'] },
    case: list,
    parenthesized_expression: { when: { single: true }, use: 'lift', otherwise: list },
    subquery: { is: 'Tuple', elem: ['name', '#*'] },
    list: { is: 'Array', elem: '#*' },
    array: { is: 'Tuple', elem: ['name', '#*'] },
    assignment: { is: 'Assign', left: 'left', right: 'right' },
    ...each(types, type),
    ...each(parts, list),
    alter_column: { is: 'Tuple', elem: ['custom_type', 'key', 'name', 'statistics', 'type', 'value', '#*'] },
    alter_database: { is: 'Tuple', elem: ['configuration_parameter', '#*'] },
    alter_index: { is: 'Tuple', elem: ['value', '#*'] },
    alter_role: { is: 'Tuple', elem: ['connection_limit', 'option', 'password', 'valid_until', '#*'] },
    alter_sequence: { is: 'Tuple', elem: ['cache', 'custom_type', 'restart', 'start', '#*'] },
    alter_type: { is: 'Tuple', elem: ['custom_type', '#*'] },
    between_expression: { is: 'Tuple', elem: ['high', 'left', 'low', 'operator', '#*'] },
    change_column: { is: 'Tuple', elem: ['old_name', '#*'] },
    column: { is: 'Tuple', elem: ['name', '#*'] },
    column_definition: { is: 'Tuple', elem: ['custom_type', 'name', 'type', '#*'] },
    column_position: { is: 'Tuple', elem: ['col_name', '#*'] },
    constraint: { is: 'Tuple', elem: ['name', '#*'] },
    create_database: { is: 'Tuple', elem: ['name', 'value', '#*'] },
    create_function: { is: 'Tuple', elem: ['custom_type', '#*'] },
    create_index: { is: 'Tuple', elem: ['column', '#*'] },
    create_query: { is: 'Tuple', elem: ['name', '#*'] },
    create_role: { is: 'Tuple', elem: ['connection_limit', 'option', 'password', 'valid_until', '#*'] },
    create_sequence: { is: 'Tuple', elem: ['cache', 'custom_type', 'increment', 'start', '#*'] },
    create_trigger: { is: 'Tuple', elem: ['parameter', '#*'] },
    create_type: { is: 'Tuple', elem: ['name', 'value', '#*'] },
    cross_join: { is: 'Tuple', elem: ['alias', '#*'] },
    cte: { is: 'Tuple', elem: ['argument', '#*'] },
    drop_column: { is: 'Tuple', elem: ['name', '#*'] },
    drop_index: { is: 'Tuple', elem: ['name', '#*'] },
    enum_elements: { is: 'Tuple', elem: ['enum_element', '#*'] },
    frame_definition: { is: 'Tuple', elem: ['end', 'start', '#*'] },
    function_argument: { is: 'Tuple', elem: ['custom_type', '#*'] },
    function_declaration: { is: 'Tuple', elem: ['custom_type', '#*'] },
    index_hint: { is: 'Tuple', elem: ['index_name', '#*'] },
    insert: { is: 'Tuple', elem: ['alias', 'name', '#*'] },
    join: { is: 'Tuple', elem: ['predicate', '#*'] },
    lateral_cross_join: { is: 'Tuple', elem: ['alias', '#*'] },
    lateral_join: { is: 'Tuple', elem: ['alias', '#*'] },
    rename_column: { is: 'Tuple', elem: ['new_name', 'old_name', '#*'] },
    row_format: { is: 'Tuple', elem: ['escaped_char', 'fields_terminated_char', 'row_terminated_char', '#*'] },
    set_configuration: { is: 'Tuple', elem: ['option', 'parameter', '#*'] },
    set_operation: { is: 'Tuple', elem: ['operation', '#*'] },
    set_schema: { is: 'Tuple', elem: ['schema', '#*'] },
    storage_location: { is: 'Tuple', elem: ['path', 'pool', 'value', '#*'] },
    subscript: { is: 'Tuple', elem: ['expression', 'lower', 'subscript', 'upper', '#*'] },
    table_option: { is: 'Tuple', elem: ['name', 'value', '#*'] },
    table_partition: { is: 'Tuple', elem: ['key', 'value', '#*'] },
    when_clause: { is: 'Tuple', elem: ['name', 'predicate', '#*'] },
    where: { is: 'Tuple', elem: ['predicate', '#*'] },
  },
};
