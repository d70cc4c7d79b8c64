import type { Comparison } from '../rule/comparison.ts';
import { compileRegex, matchAtStart } from '../regex/regex.ts';
import { calculated } from '../match/constants.ts';

type Value = number | string | boolean | null | readonly Value[];
/** The value of a metavariable; undefined if it is not bound. */
export type ValueOf = (name: string) => Value | undefined;

/** What a comparison is about. Units: `today` in seconds since 1970, undefined if nobody has said what day it is. */
export interface Values {
  readonly valueOf: ValueOf;
  readonly today: number | undefined;
}

/** Whether the comparison holds. What has no value (an unbound metavariable, text in arithmetic) makes it false. */
export function isTrue(condition: { readonly comparison: Comparison }, values: Values): boolean {
  const value = evaluated(condition.comparison, values);
  return value !== undefined && truth(value);
}

function truth(value: Value): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function evaluated(node: Comparison, values: Values): Value | undefined {
  switch (node.is) {
    case 'value':
      return node.value;
    case 'metavariable':
      return values.valueOf(node.name);
    case 'list': {
      const of = node.of.map((it) => evaluated(it, values));
      return of.some((it) => it === undefined) ? undefined : of.filter((it) => it !== undefined);
    }
    case 'not': {
      const of = evaluated(node.of, values);
      return of === undefined ? undefined : !truth(of);
    }
    case 'minus':
    case 'invert': {
      const of = evaluated(node.of, values);
      return typeof of === 'number' ? (node.is === 'minus' ? -of : -of - 1) : undefined;
    }
    case 'binary':
      return binary(node, values);
    case 'call':
      return called(
        node.name,
        node.args.map((it) => evaluated(it, values)),
        values.today,
      );
    default:
      return node satisfies never;
  }
}

function binary({ operator, left, right }: Comparison & { is: 'binary' }, values: Values): Value | undefined {
  const a = evaluated(left, values);
  if (operator === 'and') return a === undefined || !truth(a) ? a : evaluated(right, values);
  if (operator === 'or') return a !== undefined && truth(a) ? a : evaluated(right, values);
  const b = evaluated(right, values);
  return a === undefined || b === undefined ? undefined : applied(operator, a, b);
}

function applied(operator: string, a: Value, b: Value): Value | undefined {
  const compare = comparisons[operator];
  if (compare) return compare(a, b);
  if (operator === '+' && typeof a === 'string' && typeof b === 'string') return a + b;
  return typeof a === 'number' && typeof b === 'number' ? arithmetic(operator, a, b) : undefined;
}

function arithmetic(operator: string, a: number, b: number): number | undefined {
  if (operator === '//') return b === 0 ? undefined : Math.floor(a / b);
  if (operator === '&') return Number(BigInt(Math.trunc(a)) & BigInt(Math.trunc(b)));
  if (operator === '^') return Number(BigInt(Math.trunc(a)) ^ BigInt(Math.trunc(b)));
  if (operator === '>>') return Math.floor(a / 2 ** b);
  return calculated(operator, a, b);
}

const comparisons: Readonly<Record<string, (a: Value, b: Value) => boolean>> = {
  '==': same,
  is: same,
  '!=': (a, b) => !same(a, b),
  'is not': (a, b) => !same(a, b),
  '<': (a, b) => ordered(a, b, (it) => it < 0),
  '<=': (a, b) => ordered(a, b, (it) => it <= 0),
  '>': (a, b) => ordered(a, b, (it) => it > 0),
  '>=': (a, b) => ordered(a, b, (it) => it >= 0),
  in: within,
  'not in': (a, b) => !within(a, b),
};

function same(a: Value, b: Value): boolean {
  return a === b;
}

function ordered(a: Value, b: Value, holds: (order: number) => boolean): boolean {
  if (typeof a === 'number' && typeof b === 'number') return holds(a - b);
  return typeof a === 'string' && typeof b === 'string' && holds(a < b ? -1 : a > b ? 1 : 0);
}

function within(a: Value, b: Value): boolean {
  if (Array.isArray(b)) return b.some((it: Value) => same(a, it));
  return typeof a === 'string' && typeof b === 'string' && b.includes(a);
}

function called(name: string, args: readonly (Value | undefined)[], today: number | undefined): Value | undefined {
  if (name === 'today') return today;
  const [first, second] = args;
  return first === undefined ? undefined : functions[name]?.(first, second);
}

const functions: Readonly<Record<string, (first: Value, second: Value | undefined) => Value | undefined>> = {
  int: (it, radix) => (typeof radix === 'number' ? inRadix(String(it), radix) : asNumber(it, Math.trunc)),
  float: (it) => asNumber(it, (number) => number),
  str: (it) => written(it),
  bool: (it) => truth(it),
  abs: (it) => (typeof it === 'number' ? Math.abs(it) : undefined),
  len: (it) => (typeof it === 'string' || Array.isArray(it) ? it.length : undefined),
  lower: (it) => String(it).toLowerCase(),
  upper: (it) => String(it).toUpperCase(),
  strptime: (it) => seconds(String(it)),
  're.match': (regex, text) => found(String(regex), text),
};

/** As Python writes it. */
function written(value: Value): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value === null ? 'None' : String(value);
}

function asNumber(value: Value, round: (value: number) => number): number | undefined {
  if (typeof value !== 'string') return Number.isNaN(Number(value)) ? undefined : round(Number(value));
  const text = unquoted(value).replaceAll('_', '').trim();
  const number = text === '' ? NaN : Number(text);
  return Number.isNaN(number) ? undefined : round(number);
}

function inRadix(text: string, radix: number): number | undefined {
  const number = radix >= 2 && radix <= 36 ? Number.parseInt(unquoted(text).replace(/^0[xob]/i, ''), radix) : NaN;
  return Number.isNaN(number) ? undefined : number;
}

function unquoted(text: string): string {
  return text.replace(/^['"`]|['"`]$/g, '');
}

/** Seconds since 1970 of an ISO date. */
function seconds(text: string): number | undefined {
  const time = Date.parse(`${unquoted(text)}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time / 1000;
}

function found(pattern: string, text: Value | undefined): boolean | undefined {
  if (typeof text !== 'string' && typeof text !== 'number') return undefined;
  const regex = compileRegex(pattern);
  return regex.is === 'regex' ? matchAtStart(regex, String(text)) !== undefined : undefined;
}
