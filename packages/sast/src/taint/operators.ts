import { detailText } from '../ir/ir.ts';
import { fold, foldUnary } from './constants.ts';
import type { Frame } from './frame.ts';
import { textOf } from './text.ts';
import { constant, joinFacts, plain, withFacts, without, type Value } from './value.ts';

/** Operators whose result is a yes or no, or a number, whatever goes in. */
const harmless = new Set(
  `== != === !== < > <= >= <=> in instanceof is ! not typeof delete void ++ -- is-not not-in`.split(/\s+/),
);
/** Operators whose result is a number made of its operands. */
const arithmetic = new Set('~ - * ** // << >> >>> & ^ &^'.split(' '));

/** `target = left operator right`. */
export function operation(frame: Frame, at: number): Value {
  const { ir } = frame.program;
  const operator = detailText(ir, at);
  const a = frame.read(ir.left[at]!);
  if (ir.right[at]! < 0) return unary(operator, a);
  const b = frame.read(ir.right[at]!);
  return folded(frame, operator, a, b) ?? combined(frame, at, a, b);
}

function folded(frame: Frame, operator: string, a: Value, b: Value): Value | undefined {
  if (a.constant === undefined || b.constant === undefined) return undefined;
  const { models } = frame.program;
  const result = fold(operator, a.constant, b.constant, models === 'java' || models === 'go');
  return result === undefined ? undefined : constant(result);
}

function combined(frame: Frame, at: number, a: Value, b: Value): Value {
  const { ir, models } = frame.program;
  const operator = detailText(ir, at);
  switch (operator) {
    case '+':
      return textOf(frame, [a, b], ir.node[at]!);
    case '%':
      return models === 'python' || typeof a.constant === 'string'
        ? formatted(frame, [a, b], at)
        : computed(frame, a, b);
    case '/':
      return models === 'python' ? joinedPath(frame, a, b) : computed(frame, a, b);
    default:
      if (harmless.has(operator.replace(' ', '-'))) return plain;
      if (arithmetic.has(operator)) return computed(frame, a, b);
      return withFacts(joinFacts(frame.factsOf(a, 'all'), frame.factsOf(b, 'all')));
  }
}

/** A number made of two values. */
function computed({ program }: Frame, a: Value, b: Value): Value {
  const facts = without(joinFacts(a.facts, b.facts), program.columns.textual);
  return facts.length === 0 ? plain : withFacts(facts);
}

/** `"… %s …" % values`: the values stand behind the text up to the first `%`. */
function formatted(frame: Frame, [format, values]: readonly [Value, Value], at: number): Value {
  const { ir } = frame.program;
  const before = typeof format.constant === 'string' ? format.constant.split('%', 1)[0]! : format.prefix;
  const all = withFacts(frame.factsOf(values, 'all'));
  const template: Value = { ...plain, facts: format.facts };
  return textOf(frame, before === '' ? [template, all] : [constant(before), template, all], ir.node[at]!);
}

/** Python's paths are joined with `/`. */
function joinedPath(frame: Frame, a: Value, b: Value): Value {
  const facts = joinFacts(a.facts, frame.factsOf(b, 'elements'));
  return { ...plain, refs: a.refs, facts };
}

/** Operators of one operand whose result still is the operand: Go's address, what comes out of a channel. */
const passing = new Set(['&', '<-', '*', '**', '...', 'await']);

function unary(operator: string, a: Value): Value {
  if (passing.has(operator)) return a;
  const result = a.constant === undefined ? undefined : foldUnary(operator, a.constant);
  return result === undefined ? plain : constant(result);
}
