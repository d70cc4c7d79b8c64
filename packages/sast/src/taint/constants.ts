import type { Constant } from './value.ts';

/** Texts that folding makes are not longer: a loop must not build a novel. */
const maxText = 10_000;

type Fold = (a: number, b: number) => Constant;

const numeric: Readonly<Record<string, Fold>> = {
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
  '//': (a, b) => Math.floor(a / b),
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
};

/** The value of an operation on constants, undefined if it cannot be told. `whole` = division of integers is exact. */
export function fold(operator: string, a: Constant, b: Constant, whole: boolean): Constant | undefined {
  switch (operator) {
    case '==':
    case '===':
    case 'is':
      return a === b;
    case '!=':
    case '!==':
    case 'is not':
      return a !== b;
    case '+':
      return sum(a, b);
  }
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  const result = numeric[operator]?.(a, b);
  if (typeof result !== 'number') return result;
  if (!Number.isFinite(result)) return undefined;
  return whole && operator === '/' && Number.isInteger(a) && Number.isInteger(b) ? Math.trunc(result) : result;
}

function sum(a: Constant, b: Constant): Constant | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (typeof a !== 'string' && typeof b !== 'string') return undefined;
  const text = `${a}${b}`;
  return text.length <= maxText ? text : undefined;
}

export function foldUnary(operator: string, a: Constant): Constant | undefined {
  if (operator === '!' || operator === 'not') return !holds(a);
  if (operator === '-' && typeof a === 'number') return -a;
  if (operator === '+' && typeof a === 'number') return a;
  return undefined;
}

/** Whether a constant counts as true in a condition. */
export function holds(value: Constant): boolean {
  return Boolean(value);
}

type Method = (text: string, args: readonly (Constant | undefined)[]) => Constant | undefined;

const character: Method = (text, [at]) => (typeof at === 'number' ? text.charAt(at) || undefined : undefined);
const lower: Method = (text) => text.toLowerCase();
const upper: Method = (text) => text.toUpperCase();
const trim: Method = (text) => text.trim();
const equal: Method = (text, [other]) => (typeof other === 'string' ? text === other : undefined);

const itself: Method = (text) => text;

/** Methods of constant texts whose result is known, by name, in all languages. */
const methods: Readonly<Record<string, Method>> = {
  charAt: character,
  at: character,
  equals: equal,
  equalsIgnoreCase: (text, [other]) =>
    typeof other === 'string' ? equal(text.toLowerCase(), [other.toLowerCase()]) : undefined,
  toLowerCase: lower,
  lower,
  toUpperCase: upper,
  upper,
  trim,
  strip: trim,
  length: (text) => text.length,
  isEmpty: (text) => text === '',
  toString: itself,
};

export function foldMethod(text: string, name: string, args: readonly (Constant | undefined)[]): Constant | undefined {
  return Object.hasOwn(methods, name) ? methods[name]!(text, args) : undefined;
}
