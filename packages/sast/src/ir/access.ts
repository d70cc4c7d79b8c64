import { Kind, Role } from '../languages/kinds.ts';
import { numberOf, stringOf } from '../tree/literals.ts';
import { hasFlag, nameOf, NONE } from '../tree/tree.ts';
import type { Generator } from './generator.ts';
import { Op } from './instructions.ts';
import { typeNames } from './bind.ts';

export function readName(gen: Generator, node: number): number {
  const declaration = gen.declaration(node);
  if (!declaration) return gen.emit(Op.global, node, { detail: gen.tree.symbol[node]! });
  if (declaration.member < 0) return gen.variable(node);
  return gen.emit(Op.load, node, { left: ownerOfMember(gen, node), detail: declaration.symbol });
}

/** What a bare name of a member belongs to: the object at hand, that of a method around it, or the class itself. */
export function ownerOfMember(gen: Generator, node: number): number {
  const declaration = gen.declaration(node)!;
  const index = gen.classOf.get(declaration.scope.node) ?? NONE;
  const isStatic = hasFlag(gen.tree, declaration.member, 'static');
  for (let at = gen.current.index; !isStatic && at >= 0; at = gen.functions[at]!.parent) {
    const around = gen.functions[at]!;
    if (around.class === index && around.self >= 0) return around.self;
  }
  return gen.classes[index]?.variable ?? gen.self(node);
}

/** A type where a value is wanted stands for its class. */
export function readType(gen: Generator, node: number): number {
  const names = typeNames(nameOf(gen.tree, node));
  if (names.length === 0) return gen.emit(Op.const, node, { detail: gen.tree.symbol[node]! });
  const first = gen.tree.texts.add(names[0]!);
  let found = gen.declaration(node) ? readName(gen, node) : gen.emit(Op.global, node, { detail: first });
  for (const name of names.slice(1)) {
    found = gen.emit(Op.load, node, { left: found, detail: gen.tree.texts.add(name) });
  }
  return found;
}

/** Member `node` of an object. */
export function readMember(gen: Generator, node: number, object: number): number {
  const name = gen.part(node, Role.name);
  if (gen.kind(name) === Kind.This) return gen.self(node);
  return gen.emit(Op.load, node, { left: object, detail: gen.symbol(name) });
}

/** How an element is named: by a text that is as good as a member's name, by a position, by a value. */
type Key =
  | { readonly is: 'field'; readonly symbol: number }
  | { readonly is: 'position'; readonly position: number }
  | { readonly is: 'value'; readonly variable: number };

export function keyOf(gen: Generator, node: number): Key {
  const kind = gen.kind(node);
  if (kind === Kind.Str && gen.tree.table.keysAreFields) {
    return { is: 'field', symbol: gen.tree.texts.add(stringOf(gen.tree, node)) };
  }
  const position = kind === Kind.Num ? numberOf(gen.tree, node) : undefined;
  if (position !== undefined && Number.isSafeInteger(position) && position >= 0 && position < 2 ** 31) {
    return { is: 'position', position };
  }
  return { is: 'value', variable: gen.expression(node) };
}

/** How a member is named where it is defined: `m() {}`, `'m'() {}`, `[m]() {}`. */
export function memberKey(gen: Generator, name: number): Key {
  return gen.kind(name) === Kind.Name ? { is: 'field', symbol: gen.symbol(name) } : keyOf(gen, name);
}

/** Element `node` of an object. */
export function readIndex(gen: Generator, node: number, object: number): number {
  const index = gen.part(node, Role.index);
  if (gen.kind(index) === Kind.Slice) {
    gen.expression(index);
    return gen.emit(Op.rest, node, { left: object });
  }
  const key = keyOf(gen, index);
  if (key.is === 'field') return gen.emit(Op.load, node, { left: object, detail: key.symbol });
  if (key.is === 'position') return gen.emit(Op.loadItem, node, { left: object, detail: key.position });
  return gen.emit(Op.loadAt, node, { left: object, right: key.variable });
}

export function store(gen: Generator, node: number, to: { object: number; key: Key; value: number }): void {
  const { object, key, value } = to;
  const operands = { left: object, right: value };
  if (key.is === 'field') gen.perform(Op.store, node, { ...operands, detail: key.symbol });
  else if (key.is === 'position') gen.perform(Op.storeItem, node, { ...operands, detail: key.position });
  else gen.perform(Op.storeAt, node, { ...operands, target: key.variable });
}

/** A part of an object (Go's `s[1:n]`), or the bounds of one (Python's `1:n`). */
export function slice(gen: Generator, node: number): number {
  const object = gen.valueOf(node, Role.object);
  gen.each(node, Role.value);
  return object < 0 ? gen.emit(Op.unknown, node, {}) : gen.emit(Op.rest, node, { left: object });
}

/** Everything that nothing else is said about: its value may depend on all of its parts. */
export function joined(gen: Generator, node: number): number {
  let all = NONE;
  for (let child = node + 1; child < gen.tree.next[node]!; child = gen.tree.next[child]!) {
    if (gen.tree.kind[child] !== Kind.Type) all = gen.either(child, all, gen.expression(child));
  }
  return all >= 0 ? all : gen.emit(Op.unknown, node, {});
}
