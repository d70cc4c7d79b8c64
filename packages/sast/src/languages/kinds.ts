/** Gives every name its position as a number: columns hold the number, tables and prints the name. */
function numbered<const Names extends readonly string[]>(names: Names): { readonly [N in Names[number]]: number } {
  const entries = names.map((name, number) => [name, number]);
  return Object.fromEntries(entries) as { [N in Names[number]]: number };
}

/** Kinds of node of the normalised tree: what every language is lowered to. `Other` = the table has no row for it. */
export const kindNames = [
  'Error',
  'Other',
  // Containers of statements
  'Module',
  'Block',
  // Leaves
  'Name',
  'This',
  'Super',
  'Num',
  'Str',
  'Bool',
  'Null',
  'Regex',
  'Symbol',
  'Text',
  'Type',
  'Hole',
  // Expressions
  'Template',
  'Call',
  'New',
  'Member',
  'Index',
  'Slice',
  'Unary',
  'Binary',
  'Update',
  'Assign',
  'AugAssign',
  'Cond',
  'Lambda',
  'Array',
  'Dict',
  'Set',
  'Tuple',
  'Pair',
  'Spread',
  'Seq',
  'Await',
  'Yield',
  'Cast',
  'Range',
  'Keyword',
  'Default',
  'Comp',
  'CompFor',
  'CompIf',
  'Xml',
  'XmlAttr',
  // Statements
  'If',
  'While',
  'DoWhile',
  'For',
  'ForEach',
  'Switch',
  'Case',
  'Try',
  'Catch',
  'Throw',
  'Return',
  'Break',
  'Continue',
  'Label',
  'Goto',
  'Defer',
  'Go',
  'With',
  'Sync',
  'Assert',
  'Delete',
  'Global',
  'Echo',
  'Include',
  // Declarations
  'Decl',
  'VarDef',
  'FuncDef',
  'ClassDef',
  'FieldDef',
  'EnumCase',
  'Param',
  'TypeDef',
  'Decorator',
  'Import',
  'ImportName',
  'Export',
  'Package',
] as const;
export type KindName = (typeof kindNames)[number];
/** `Kind.Call` is the number that the column `kind` of a tree holds for a call. */
export const Kind = numbered(kindNames);

/** The part that a node plays in its parent. `child` = the table says nothing about it. */
export const roleNames = [
  'child',
  'callee',
  'object',
  'name',
  'arg',
  'block',
  'left',
  'right',
  'test',
  'consequence',
  'alternative',
  'body',
  'init',
  'update',
  'value',
  'key',
  'type',
  'param',
  'decorator',
  'base',
  'handler',
  'finally',
  'target',
  'iter',
  'elem',
  'part',
  'source',
  'alias',
  'index',
  'guard',
  'receiver',
] as const;
export type RoleName = (typeof roleNames)[number];
export const Role = numbered(roleNames);

/** Yes-or-no facts about a node; a tree's column `flags` holds them as bits, see `flagBits`. */
export const flagNames = [
  /** `?.`: the rest of the chain is skipped when the object is missing */
  'optional',
  'async',
  'static',
  'const',
  'generator',
  /** the test counts the other way round: `unless`, `until` */
  'negated',
  'byRef',
  /** `*rest`, `...rest`, `import *`, `yield*` */
  'star',
  /** `**options` */
  'starStar',
  /** a case that never runs into the next one */
  'noFall',
  /** Go's `fallthrough`, a `Continue` of its own kind */
  'fall',
  'public',
  'private',
  /** the value of the last statement of the body is the result */
  'last',
  /** `[expression]` instead of a name */
  'computed',
  'enum',
  /** `export default`, `default:` */
  'default',
  /** `for (x in y)`: visits keys; without it, values */
  'keys',
  /** `var`: visible in the whole function, not only in its block */
  'hoisted',
  /** `:=`, `let`, `for (String s : …)`: it declares its names */
  'declares',
  /** `this` is the one of the function around it: arrow functions, blocks */
  'sharesThis',
  'getter',
  'setter',
  'constructor',
  /** the positions after it are reached by name only: Python's lone `*` */
  'keywordOnly',
  /** `f &`: nobody waits for it */
  'background',
] as const;
export type FlagName = (typeof flagNames)[number];

/** `Flag.async` is the bit of that flag in a tree's column `flags`. */
export const Flag = Object.fromEntries(flagNames.map((name, bit) => [name, 1 << bit])) as {
  readonly [N in FlagName]: number;
};

/** The bits of several flags together. */
export function flagBits(names: readonly FlagName[]): number {
  let bits = 0;
  for (const name of names) bits |= Flag[name];
  return bits;
}
