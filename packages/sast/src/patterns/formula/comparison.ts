import type { Comparison } from '../rule/comparison.ts';
import { compileRegex, matchAtStart } from '../regex/regex.ts';
import { calculated } from '../match/constants.ts';

type Value = number | string | boolean | null | readonly Value[];
/** The value of a metavariable; undefined if it is not bound. */
export type Values = (name: string) => Value | undefined;

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
      return values(node.name);
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

function called(name: string, args: readonly (Value | undefined)[]): Value | undefined {
  const [first, second] = args;
  if (name === 'today') return undefined;
  if (first === undefined) return undefined;
  switch (name) {
    case 'int':
      return asNumber(first, Math.trunc);
    case 'float':
      return asNumber(first, (it) => it);
    case 'str':
      return String(first);
    case 'len':
      return typeof first === 'string' || Array.isArray(first) ? first.length : undefined;
    case 'lower':
      return String(first).toLowerCase();
    case 'upper':
      return String(first).toUpperCase();
    case 'strptime':
      return seconds(String(first));
    case 're.match':
      return typeof second === 'string' || typeof second === 'number'
        ? found(String(first), String(second))
        : undefined;
    default:
      return undefined;
  }
}

function asNumber(value: Value, round: (value: number) => number): number | undefined {
  const number = typeof value === 'string' ? Number(value.replace(/^['"]|['"]$/g, '')) : Number(value);
  return Number.isNaN(number) ? undefined : round(number);
}

/** Seconds since 1970 of an ISO date. */
function seconds(text: string): number | undefined {
  const time = Date.parse(`${text.replace(/^['"]|['"]$/g, '')}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time / 1000;
}

function found(pattern: string, text: string): boolean | undefined {
  const regex = compileRegex(pattern);
  return regex.is === 'regex' ? matchAtStart(regex, text) !== undefined : undefined;
}
