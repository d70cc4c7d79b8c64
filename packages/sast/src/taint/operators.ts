import { detailText } from '../ir/ir.ts';
import { fold, foldUnary } from './constants.ts';
import type { Frame } from './frame.ts';
import { textOf } from './text.ts';
import { constant, joinFacts, plain, withFacts, type Value } from './value.ts';

/** Operators whose result is a yes or no, or a number, whatever goes in. */
const harmless = new Set(
  `== != === !== < > <= >= <=> in instanceof is ! not typeof delete void ~ - * ** // << >> >>> & ^ &^ ++ --
   is-not not-in`.split(/\s+/),
);

/** `target = left operator right`. */
export function operation(frame: Frame, at: number): Value {
  const { ir, models } = frame.program;
  const operator = detailText(ir, at);
  const a = frame.read(ir.left[at]!);
  const isUnary = ir.right[at]! < 0;
  if (isUnary) return unary(operator, a);
  const b = frame.read(ir.right[at]!);
  if (a.constant !== undefined && b.constant !== undefined) {
    const folded = fold(operator, a.constant, b.constant, models === 'java' || models === 'go');
    if (folded !== undefined) return constant(folded);
  }
  if (operator === '+') return textOf(frame, [a, b], ir.node[at]!);
  if (operator === '%' && (models === 'python' || typeof a.constant === 'string')) return formatted(frame, [a, b], at);
  if (operator === '/' && models === 'python') return joinedPath(frame, a, b);
  if (harmless.has(operator.replace(' ', '-'))) return plain;
  if (operator === '%' || operator === '/') return plain;
  return withFacts(joinFacts(frame.factsOf(a, 'all'), frame.factsOf(b, 'all')));
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

function unary(operator: string, a: Value): Value {
  // Go's address of a value, or what comes out of a channel.
  if (operator === '&' || operator === '<-') return a;
  if (a.constant !== undefined) {
    const folded = foldUnary(operator, a.constant);
    if (folded !== undefined) return constant(folded);
  }
  if (operator === 'await' || operator === '*' || operator === '**' || operator === '...') return a;
  return plain;
}
