import { Kind, Role } from '../languages/kinds.ts';
import { parts } from '../tree/tree.ts';
import type { Generator } from './generator.ts';
import { Op } from './instructions.ts';
import { addList, argumentsOf } from './lists.ts';

/** The values of a definition's decorators and annotations; one with arguments is a call. */
export function decoratorsOf(gen: Generator, node: number): number[] {
  return parts(gen.tree, node, Role.decorator).map((it) => decorator(gen, it));
}

function decorator(gen: Generator, node: number): number {
  if (gen.kind(node) !== Kind.Decorator) return gen.expression(node);
  const left = gen.valueOf(node, Role.value);
  if (parts(gen.tree, node, Role.arg).length === 0) return left;
  return gen.emit(Op.call, node, { left, detail: addList(gen, argumentsOf(gen, node)) });
}
