/**
 * The instructions of the intermediate representation, one line each. `target`, `left` and `right` are variables (or
 * -1); `detail` is a number whose meaning the line tells: a text, a position, a list, a function.
 *
 * Operands have been evaluated by the instructions before; `&&`, `||`, `??`, `?:` and `!` in conditions are edges.
 */
export const opNames = [
  /** target = a literal; detail: its text as written; `constantOf` decodes it */
  'const',
  /** target = the name `detail` that nothing in this file binds: `require`, `document`, `len` */
  'global',
  /** the unbound name `detail` = left */
  'setGlobal',
  /** target = left */
  'move',
  /** target = left or right; either may be missing (a default value, a join of unknown things) */
  'either',
  /** target = left `detail` right; detail: text of the operator; right is -1 for unary ones */
  'operator',
  /** target = its parts one after the other, as text; detail: list. Templates, f-strings */
  'concat',
  /** target = left.detail; detail: text */
  'load',
  /** left.detail = right */
  'store',
  /** target = left[right] */
  'loadAt',
  /** left[target] = right. The one instruction that reads `target` */
  'storeAt',
  /** target = element number `detail` of left; -1: any element */
  'loadItem',
  /** element number `detail` of left = right; -1: a further element, after those stored before */
  'storeItem',
  /** target = what is left of left after `detail` elements (`...rest`); -1: after some of its keys */
  'rest',
  /** left takes over all elements or entries of right: `[...right]`, `{...right}`, `**right` */
  'spread',
  /** target = left(list detail), with right as `this` or -1. left of a method call is a `load` from right */
  'call',
  /** target = new left(list detail) */
  'new',
  /** target = a new, empty container; detail: its Kind (Array, Dict, Set, Tuple, Comp, Xml) */
  'alloc',
  /** target = function number `detail`, with the variables it captures */
  'function',
  /** target = class number `detail`; its methods and static fields are stored into it by the next instructions */
  'class',
  /** target = `this`, once at the start of a function that uses it */
  'this',
  /** target = the parent class (`super`) */
  'super',
  /** target = parameter at position `detail`, at the start of a function */
  'param',
  /** target = import number `detail` */
  'import',
  /** target = the next value of left; -1 as edge `false` of the branch after it: no more */
  'iterate',
  /** target = the next key or position of left */
  'iterateKeys',
  /** ends a block: to the edge `true` if left holds, else to the edge `false` */
  'branch',
  /** ends a block: leaves the function with left or nothing */
  'return',
  /** ends a block: to the handlers or out of the function, with left */
  'throw',
  /** target = what was thrown, at the start of a handler */
  'catch',
  /** target = what the promise left becomes */
  'await',
  /** hands left to the caller; target = what the caller sends back; detail: 1 if left's values are handed out (`yield*`) */
  'yield',
  /** target = left as another type; detail: text of the type, -1 if it was not written as one */
  'cast',
  /** target = something that was not understood and may depend on left */
  'unknown',
] as const;
export type OpName = (typeof opNames)[number];

const entries = opNames.map((name, number) => [name, number]);
/** `Op.call` is the number that the column `op` holds for a call. */
export const Op = Object.fromEntries(entries) as { readonly [N in OpName]: number };

/** How control gets from one block to the next. */
export const edgeNames = [
  /** falls through or jumps */
  'next',
  /** the branch at the end of the block holds */
  'true',
  /** it does not */
  'false',
  /** the last call of the block, or its `throw`, has thrown */
  'throw',
] as const;
export type EdgeName = (typeof edgeNames)[number];
export const Edge = Object.fromEntries(edgeNames.map((name, number) => [name, number])) as {
  readonly [N in EdgeName]: number;
};
