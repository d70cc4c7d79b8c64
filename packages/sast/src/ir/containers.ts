import { Kind, Role } from '../languages/kinds.ts';
import { children, hasFlag, nameOf, NONE, parts } from '../tree/tree.ts';
import { keyOf, memberKey, store } from './access.ts';
import { condition } from './conditions.ts';
import { defineFunction, methodKind } from './functions.ts';
import type { Generator } from './generator.ts';
import { Op } from './instructions.ts';
import { addList, plain } from './lists.ts';

/** `[a, ...b]`, `(a, b)`, `{a, b}` */
export function array(gen: Generator, node: number): number {
  const object = gen.emit(Op.alloc, node, { detail: gen.tree.kind[node]! });
  gen.each(node, Role.index);
  const { role } = gen.tree;
  fill(
    gen,
    object,
    children(gen.tree, node).filter((it) => role[it] !== Role.index && role[it] !== Role.type),
  );
  return object;
}

export function dictionary(gen: Generator, node: number): number {
  const object = gen.emit(Op.alloc, node, { detail: Kind.Dict });
  for (const child of children(gen.tree, node)) {
    if (gen.kind(child) === Kind.Name) storeName(gen, child, { object, name: child, value: gen.expression(child) });
    else fill(gen, object, [child]);
  }
  return object;
}

/** Puts elements, entries and methods into an object; the elements from position `first` on, -1 if that is not known. */
export function fill(gen: Generator, object: number, elements: readonly number[], first = 0): void {
  let position = first;
  for (const element of elements) {
    const kind = gen.kind(element);
    if (kind === Kind.Hole) position = next(position);
    else if (kind === Kind.Pair) storePair(gen, object, element);
    else if (kind === Kind.FuncDef) storeMethod(gen, object, element);
    else if (kind === Kind.Spread) {
      gen.perform(Op.spread, element, { left: object, right: gen.valueOf(element, Role.value) });
      position = NONE;
    } else {
      gen.perform(Op.storeItem, element, { left: object, right: gen.expression(element), detail: position });
      position = next(position);
    }
  }
}

/** After a spread, positions are not known. */
function next(position: number): number {
  return position < 0 ? NONE : position + 1;
}

function storePair(gen: Generator, object: number, pair: number): void {
  const keyNode = gen.part(pair, Role.key);
  // A name is a member's name, but in Python and Go's maps, where it is a variable if there is one.
  const isField = gen.kind(keyNode) === Kind.Name && !hasFlag(gen.tree, pair, 'computed') && isFieldName(gen, keyNode);
  if (isField) storeName(gen, pair, { object, name: keyNode, value: gen.valueOf(pair, Role.value) });
  else {
    const key = keyOf(gen, keyNode);
    store(gen, pair, { object, key, value: gen.valueOf(pair, Role.value) });
  }
}

function isFieldName(gen: Generator, name: number): boolean {
  return gen.tree.table.keysAreFields === true || !gen.declaration(name);
}

function storeMethod(gen: Generator, object: number, node: number): void {
  const value = defineFunction(gen, node, { is: methodKind(gen, node) });
  const name = gen.part(node, Role.name);
  store(gen, node, { object, key: memberKey(gen, name), value });
}

function storeName(gen: Generator, node: number, to: { object: number; name: number; value: number }): void {
  gen.perform(Op.store, node, { left: to.object, right: to.value, detail: gen.symbol(to.name) });
}

/** `[f(x) for x in xs if c]`: loops around one store. */
export function comprehension(gen: Generator, node: number): number {
  const object = gen.emit(Op.alloc, node, { detail: Kind.Comp });
  const loops: { head: number; end: number }[] = [];
  for (const clause of children(gen.tree, node)) {
    if (gen.kind(clause) === Kind.CompFor) loops.push(openLoop(gen, clause));
    else if (gen.kind(clause) === Kind.CompIf) {
      const yes = gen.newBlock();
      condition(gen, gen.part(clause, Role.test), { yes, no: loops.at(-1)?.head ?? yes });
      gen.enter(yes);
    }
  }
  fill(gen, object, parts(gen.tree, node, Role.body), NONE);
  for (const { head, end } of loops.reverse()) {
    gen.jump(head);
    gen.enter(end);
  }
  return object;
}

function openLoop(gen: Generator, clause: number): { head: number; end: number } {
  const list = gen.valueOf(clause, Role.iter);
  const head = gen.newBlock();
  const body = gen.newBlock();
  const end = gen.newBlock();
  gen.fall(head);
  const value = gen.emit(Op.iterate, clause, { left: list });
  gen.branch(clause, value, { yes: body, no: end });
  gen.enter(body);
  gen.assign(gen.part(clause, Role.target), value);
  return { head, end };
}

/** An element of JSX: its attributes and children are its members; a component is a call with them. */
export function xml(gen: Generator, node: number): number {
  const object = gen.emit(Op.alloc, node, { detail: Kind.Xml });
  const name = gen.part(node, Role.name);
  for (const child of children(gen.tree, node)) {
    if (child === name || gen.tree.role[child] === Role.type) continue;
    if (gen.kind(child) === Kind.XmlAttr) {
      const attribute = gen.part(child, Role.name);
      const value = gen.part(child, Role.value);
      storeName(gen, child, {
        object,
        name: attribute,
        value: value < 0 ? gen.constant(child, 'true') : gen.expression(value),
      });
    } else fill(gen, object, [child], NONE);
  }
  const isComponent = /^[A-Z]/.test(nameOf(gen.tree, name)) || gen.kind(name) === Kind.Member;
  if (!isComponent) return object;
  return gen.emit(Op.call, node, { left: gen.expression(name), detail: addList(gen, [plain(object)]) });
}
