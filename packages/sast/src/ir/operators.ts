import { Kind, Role } from '../languages/kinds.ts';
import { nameOf, NONE, parts } from '../tree/tree.ts';
import { spreadAssign } from './assign.ts';
import { shortCircuit } from './conditions.ts';
import type { Generator } from './generator.ts';
import { Op } from './instructions.ts';
import { addList, plain } from './lists.ts';

/** `a + b + c + …` leans to the left, as deep as it is long: its operands are read in a loop. */
export function binary(gen: Generator, node: number): number {
  if (isLogical(gen, node)) return shortCircuit(gen, node);
  const spine = [node];
  for (let left = gen.part(node, Role.left); gen.kind(left) === Kind.Binary && !isLogical(gen, left);) {
    spine.push(left);
    left = gen.part(left, Role.left);
  }
  let value = gen.valueOf(spine.at(-1)!, Role.left);
  for (const it of spine.reverse()) {
    const left = value;
    for (const right of parts(gen.tree, it, Role.right)) {
      value = gen.emit(Op.operator, it, { left: value, right: gen.expression(right), detail: gen.symbol(it) });
    }
    const target = gen.part(it, Role.target);
    // `x instanceof T t`
    if (target >= 0) gen.assign(target, left);
  }
  return value;
}

function isLogical(gen: Generator, node: number): boolean {
  const operator = nameOf(gen.tree, node);
  return operator === '&&' || operator === '||' || operator === '??';
}

export function unary(gen: Generator, node: number): number {
  const left = gen.valueOf(node, Role.value);
  const detail = gen.symbol(node);
  // Through a pointer: the same place that `*p = v` writes to.
  return gen.emit(nameOf(gen.tree, node) === '*' ? Op.load : Op.operator, node, { left, detail });
}

export function update(gen: Generator, node: number): number {
  const place = gen.part(node, Role.value);
  const value = gen.emit(Op.operator, node, { left: gen.expression(place), detail: gen.symbol(node) });
  gen.assign(place, value);
  return value;
}

export function assignment(gen: Generator, node: number): number {
  const left = gen.part(node, Role.left);
  const right = gen.part(node, Role.right);
  return spreadAssign(gen, { node, left, right });
}

/** `a += b`, `a ||= b`. */
export function augmented(gen: Generator, node: number): number {
  const place = gen.part(node, Role.left);
  const operator = nameOf(gen.tree, node).replace(/=$/, '');
  const left = gen.expression(place);
  const right = gen.valueOf(node, Role.right);
  const chooses = operator === '||' || operator === '&&' || operator === '??';
  const value = chooses
    ? gen.either(node, left, right)
    : gen.emit(Op.operator, node, { left, right, detail: gen.tree.texts.add(operator) });
  gen.assign(place, value);
  return value;
}

export function sequence(gen: Generator, node: number): number {
  let last = NONE;
  for (const child of parts(gen.tree, node, Role.elem)) last = gen.expression(child);
  return last;
}

export function concatenate(gen: Generator, node: number): number {
  const list = parts(gen.tree, node, Role.part).map((it) => gen.expression(it));
  return gen.emit(Op.concat, node, { detail: addList(gen, list.map(plain)) });
}
