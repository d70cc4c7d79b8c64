import type { Facts } from '../resolve/knowledge.ts';
import { allOf, lookUp } from './arguments.ts';
import type { Call } from './call.ts';
import type { Frame } from './frame.ts';
import { joinFacts, plain, withFacts, type Fact, type Value } from './value.ts';

/** `list.map(each => …)`: a function that is handed over gets what the call knows, and its result comes out. */
export function intoCallbacks(one: Call, facts: readonly Fact[]): readonly Fact[] {
  const { frame, args } = one;
  const { program } = frame;
  let out: readonly Fact[] = [];
  for (const index of allOf(args).flatMap(functionsOf)) {
    if (facts.length > 0) {
      for (const param of program.ir.functions[index]!.params) inject(one, index, param.position, withFacts(facts));
    }
    const { returns } = program.summary(index, frame.info.index);
    const own = (it: Fact): boolean => it.origin.is === 'param' && it.origin.function === index;
    out = joinFacts(
      out,
      returns.facts.filter((it) => !own(it)),
    );
  }
  return out;
}

function functionsOf(value: Value): number[] {
  return value.refs.flatMap((it) => (it.is === 'function' ? [it.index] : []));
}

/** Fills a parameter of a function of this file. */
export function inject({ frame }: Pick<Call, 'frame'>, index: number, position: number, value: Value): void {
  frame.program.share(`inbound ${index} ${position}`, value);
}

/** Functions handed to a library are called with what its rows say. */
export function callBack(one: Call, facts: Facts): void {
  for (const row of facts.callbacks) {
    for (const { value } of lookUp(one.args, row.arg).found) {
      for (const index of functionsIn(one.frame, value)) fillParams(one, index, row.params);
    }
  }
}

function fillParams(one: Call, index: number, types: readonly string[]): void {
  const { program } = one.frame;
  // Error handlers of middleware chains have the error in front: two parameters more than there are types.
  const shift = program.ir.functions[index]!.params.length === types.length + 2 ? 1 : 0;
  for (const [position, type] of types.entries()) {
    if (type !== '_') inject(one, index, position + shift, { ...plain, refs: [program.instance(type)] });
  }
}

/** Functions that a value is, or that stand in a list. */
function functionsIn(frame: Frame, value: Value): number[] {
  const parts = value.refs.flatMap((it) =>
    it.is === 'object' ? [...(frame.shape(it.object)?.fields.values() ?? [])] : [],
  );
  return [value, ...parts].flatMap(functionsOf);
}
