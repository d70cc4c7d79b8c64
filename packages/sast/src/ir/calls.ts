import { Kind, Role } from '../languages/kinds.ts';
import { nameOf, NONE, parts } from '../tree/tree.ts';
import { ownerOfMember, readIndex, readMember } from './access.ts';
import { classFrom } from './classes.ts';
import { fill } from './containers.ts';
import type { Generator } from './generator.ts';
import { Op } from './instructions.ts';
import { addList, argument, argumentsOf } from './lists.ts';

interface Callee {
  readonly function: number;
  readonly self: number;
}

export function call(gen: Generator, node: number): number {
  const callee = calleeOf(gen, gen.part(node, Role.callee));
  const detail = addList(gen, argumentsOf(gen, node));
  const result = gen.emit(Op.call, node, { left: callee.function, right: callee.self, detail });
  gen.mayThrow();
  return result;
}

/** A method's function is loaded from its object, which is handed over as `this`. */
function calleeOf(gen: Generator, node: number): Callee {
  const kind = gen.kind(node);
  if (kind === Kind.Member || kind === Kind.Index) {
    const objectNode = gen.part(node, Role.object);
    const object = gen.expression(objectNode);
    const read = kind === Kind.Member ? readMember(gen, node, object) : readIndex(gen, node, object);
    return { function: read, self: gen.kind(objectNode) === Kind.Super ? gen.self(node) : object };
  }
  if (kind === Kind.Super || kind === Kind.This) return { function: gen.expression(node), self: gen.self(node) };
  const declaration = kind === Kind.Name ? gen.declaration(node) : undefined;
  if (!declaration || declaration.member < 0) return { function: gen.expression(node), self: NONE };
  const self = ownerOfMember(gen, node);
  return { function: gen.emit(Op.load, node, { left: self, detail: declaration.symbol }), self };
}

/** `new C(…)`, Go's `C{…}`; with a body, an anonymous class (Java). */
export function construct(gen: Generator, node: number): number {
  const callee = gen.part(node, Role.callee);
  if (isContainer(gen, callee)) {
    const object = gen.emit(Op.alloc, node, { detail: Kind.Dict });
    fill(gen, object, parts(gen.tree, node, Role.arg));
    return object;
  }
  let constructed = gen.expression(callee);
  if (gen.part(node, Role.body) >= 0) constructed = classFrom(gen, node, [constructed]);
  const entries = parts(gen.tree, node, Role.arg);
  const pairs = entries.filter((it) => gen.kind(it) === Kind.Pair);
  const rest = entries.filter((it) => gen.kind(it) !== Kind.Pair);
  const detail = addList(
    gen,
    rest.map((it) => argument(gen, it)),
  );
  const object = gen.emit(Op.new, node, { left: constructed, detail });
  gen.mayThrow();
  fill(gen, object, pairs);
  return object;
}

/** Go writes maps and slices as it writes structs. */
function isContainer(gen: Generator, callee: number): boolean {
  return gen.kind(callee) === Kind.Type && /^(\[|map\[)/.test(nameOf(gen.tree, callee));
}
