/** Names and defaults of a rule's `options`. Source: https://semgrep.dev/docs/writing-rules/rule-syntax#options */
export const defaultOptions = {
  ac_matching: true,
  arrow_is_function: true,
  attr_expr: true,
  commutative_boolop: false,
  commutative_compop: false,
  constant_propagation: true,
  decorators_order_matters: false,
  flddef_assign: false,
  generic_caseless: false,
  generic_ellipsis_max_span: 10,
  generic_multiline: true,
  go_deeper_expr: true,
  go_deeper_stmt: true,
  implicit_deep_exprstmt: true,
  implicit_ellipsis: true,
  implicit_return: true,
  interfile: false,
  let_is_var: true,
  max_match_per_file: 0,
  symbolic_propagation: false,
  symmetric_eq: false,
  taint_assume_safe_booleans: false,
  taint_assume_safe_comparisons: false,
  taint_assume_safe_functions: false,
  taint_assume_safe_indexes: false,
  taint_assume_safe_numbers: false,
  taint_intrafile: false,
  taint_only_propagate_through_assignments: false,
  taint_unify_mvars: false,
  unify_ids_strictly: true,
  vardef_assign: true,
  xml_attrs_implicit_ellipsis: true,
  xml_children_ordered: true,
  xml_singleton_loose_matching: true,
} as const;

type Widened = {
  readonly [K in keyof typeof defaultOptions]: (typeof defaultOptions)[K] extends boolean ? boolean : number;
};

export type RuleOptions = Widened & {
  readonly generic_engine: 'spacegrep' | 'aliengrep';
  readonly generic_comment_style: 'c' | 'cpp' | 'shell' | undefined;
  readonly generic_braces: readonly (readonly [string, string])[] | undefined;
  readonly generic_extra_braces: readonly (readonly [string, string])[];
  readonly generic_extra_word_characters: readonly string[];
  readonly taint_focus_on: 'sink' | 'source';
  readonly cpp_parsing_pref: 'as_fundef' | 'as_vardef_with_ctor';
};

export const plainOptions: RuleOptions = {
  ...defaultOptions,
  generic_engine: 'spacegrep',
  generic_comment_style: undefined,
  generic_braces: undefined,
  generic_extra_braces: [],
  generic_extra_word_characters: [],
  taint_focus_on: 'sink',
  cpp_parsing_pref: 'as_fundef',
};
