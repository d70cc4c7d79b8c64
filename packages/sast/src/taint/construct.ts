import { allOf } from './arguments.ts';
import type { Call } from './call.ts';
import { classType } from './class-type.ts';
import type { Frame } from './frame.ts';
import { emptyShape, withRest } from './state.ts';
import { instantiated } from './summary.ts';
import { joinFacts, plain, withFacts, type Fact, type Value } from './value.ts';

/** `new C(…)` of a class of this file. */
export function constructed(one: Call, index: number): Value {
  const { frame, at } = one;
  const { program } = frame;
  frame.setShape(at, emptyShape);
  const self: Value = { ...plain, refs: [program.object(at), program.instance(classType(index))] };
  for (const fields of program.fields.get(index) ?? []) instantiated(one, fields, self);
  const constructor = constructorOf(frame, index);
  if (constructor >= 0) instantiated(one, constructor, self);
  else allocatedFromUnknown(one);
  return self;
}

/** The constructor is a parent's that we cannot see: the object may keep what it gets. */
function allocatedFromUnknown({ frame, at, args }: Call): void {
  let facts: readonly Fact[] = [];
  for (const value of allOf(args)) facts = joinFacts(facts, frame.factsOf(value, 'all'));
  if (facts.length > 0) frame.setShape(at, withRest(frame.shape(at) ?? emptyShape, withFacts(facts)));
}

function constructorOf(frame: Frame, index: number): number {
  const seen = new Set<number>();
  for (let current = index; current >= 0 && !seen.has(current);) {
    seen.add(current);
    const found = frame.program.ir.classes[current]!.members.find((it) => it.is === 'constructor');
    if (found) return found.function;
    const base = frame.program.names.bases(current).find((it) => it.is === 'class');
    current = base?.is === 'class' ? base.index : -1;
  }
  return -1;
}
