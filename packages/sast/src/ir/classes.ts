import { Kind, Role } from '../languages/kinds.ts';
import { children, hasFlag, nameOf, NONE, parts } from '../tree/tree.ts';
import { memberKey, store } from './access.ts';
import { decoratorsOf } from './decorators.ts';
import { decoratedWith, defineFunction, methodKind } from './functions.ts';
import { type Generator, nameNodeOf } from './generator.ts';
import { Op } from './instructions.ts';
import type { MemberInfo } from './ir.ts';
import { addList } from './lists.ts';

/** A class that is being defined. */
interface ClassBody {
  readonly index: number;
  readonly variable: number;
  readonly members: MemberInfo[];
  /** Instance fields with a first value. */
  readonly fields: number[];
}

/** A class definition, as a statement or as a value. */
export function defineClass(gen: Generator, node: number): number {
  const bases = parts(gen.tree, node, Role.base)
    .filter((it) => gen.kind(it) !== Kind.Keyword)
    .map((it) => gen.expression(it));
  return classFrom(gen, node, bases);
}

export function classFrom(gen: Generator, node: number, bases: readonly number[]): number {
  const nameNode = gen.kind(node) === Kind.ClassDef ? gen.part(node, Role.name) : NONE;
  const decorators = decoratorsOf(gen, node);
  const index = gen.classes.length;
  const declared = gen.variable(nameNode);
  const variable = gen.emit(Op.class, node, declared < 0 ? { detail: index } : { detail: index, target: declared });
  const members: MemberInfo[] = [];
  const named = gen.kind(node) === Kind.ClassDef ? nameNodeOf(gen.tree, node) : NONE;
  const name = gen.kind(named) === Kind.Name ? nameOf(gen.tree, named) : '';
  gen.classes.push({ index, name, node, parent: gen.current.index, variable, bases, decorators, members });
  gen.classOf.set(node, index);
  const open: ClassBody = { index, variable, members, fields: [] };
  for (const child of children(gen.tree, node)) {
    const role = gen.tree.role[child];
    if (role === Role.body) member(gen, open, child);
    else if (role === Role.param) addField(gen, open, { node: child, name: gen.part(child, Role.name), static: false });
  }
  if (open.fields.length > 0) {
    const info = gen.addFunction(node, { is: 'fields', name: '', class: index, static: false, async: false });
    gen.fields.set(info.index, open.fields);
  }
  return variable;
}

function member(gen: Generator, open: ClassBody, node: number): void {
  switch (gen.kind(node)) {
    case Kind.FuncDef:
      return method(gen, open, node);
    case Kind.FieldDef:
      return field(gen, open, node);
    case Kind.EnumCase:
      return enumCase(gen, open, node);
    case Kind.Block:
    case Kind.Decl:
      for (const child of children(gen.tree, node)) if (gen.kind(child) !== Kind.Type) member(gen, open, child);
      return;
    case Kind.Type:
      return;
    default:
      return ownName(gen, open, node);
  }
}

/** A statement in a class body whose name becomes a member: Python's fields, nested classes. */
function ownName(gen: Generator, open: ClassBody, node: number): void {
  gen.statement(node);
  const isAssignment = gen.kind(node) === Kind.Assign;
  const name = gen.part(node, isAssignment ? Role.left : Role.name);
  const isNamed = isAssignment || gen.kind(node) === Kind.ClassDef || gen.kind(node) === Kind.VarDef;
  if (!isNamed || gen.kind(name) !== Kind.Name) return;
  addField(gen, open, { node, name, static: true });
  const right = gen.variable(name);
  const isSet = gen.kind(node) !== Kind.VarDef && right >= 0;
  if (isSet) gen.perform(Op.store, node, { left: open.variable, right, detail: gen.symbol(name) });
}

function method(gen: Generator, open: ClassBody, node: number): void {
  const nameNode = gen.part(node, Role.name);
  const name = nameNode < 0 ? '' : nameOf(gen.tree, nameNode);
  const isStatic = hasFlag(gen.tree, node, 'static') || isStaticMethod(gen, node);
  const is = isConstructor(gen, node, name) ? 'constructor' : methodKind(gen, node);
  const index = gen.functions.length;
  const value = defineFunction(gen, node, { is, class: open.index, static: isStatic, name });
  const decorators = gen.functions[index]?.decorators ?? [];
  const type = gen.resultType(node);
  const isDefined = index < gen.functions.length;
  if (name)
    open.members.push({ name, is, static: isStatic, function: isDefined ? index : NONE, node, type, decorators });
  if (isDefined && is !== 'constructor') putMethod(gen, open, { node, name: nameNode, value });
}

/** A method becomes a member of its class; a block without a name runs at once (`static { … }`). */
function putMethod(gen: Generator, open: ClassBody, it: { node: number; name: number; value: number }): void {
  const { node, name, value } = it;
  if (name < 0) gen.emit(Op.call, node, { left: value, right: open.variable, detail: addList(gen, []) });
  else store(gen, node, { object: open.variable, key: memberKey(gen, name), value });
  // Python's class body sees its methods by their names.
  const isOwn = gen.declaration(name)?.scope.node === gen.classes[open.index]!.node;
  if (isOwn && gen.variable(name) >= 0) gen.move(node, gen.variable(name), value);
}

function isConstructor(gen: Generator, node: number, name: string): boolean {
  return hasFlag(gen.tree, node, 'constructor') || (name !== '' && name === gen.tree.table.constructorName);
}

/** Python's way to say so. */
function isStaticMethod(gen: Generator, node: number): boolean {
  return gen.tree.table.selfParameter === true && decoratedWith(gen, node, 'staticmethod');
}

function field(gen: Generator, open: ClassBody, node: number): void {
  const isStatic = hasFlag(gen.tree, node, 'static');
  for (const name of parts(gen.tree, node, Role.name)) addField(gen, open, { node, name, static: isStatic });
  if (gen.part(node, Role.value) < 0) return;
  if (!isStatic) {
    open.fields.push(node);
    return;
  }
  const value = gen.valueOf(node, Role.value);
  store(gen, node, { object: open.variable, key: memberKey(gen, gen.part(node, Role.name)), value });
}

function enumCase(gen: Generator, open: ClassBody, node: number): void {
  const name = gen.part(node, Role.name);
  addField(gen, open, { node, name, static: true });
  const value = gen.part(node, Role.value);
  const entries = parts(gen.tree, node, Role.arg).map((it) => ({
    value: gen.expression(it),
    name: NONE,
    spread: 0 as const,
  }));
  const right =
    value >= 0 ? gen.expression(value) : gen.emit(Op.new, node, { left: open.variable, detail: addList(gen, entries) });
  gen.perform(Op.store, node, { left: open.variable, right, detail: gen.symbol(name) });
  for (const child of parts(gen.tree, node, Role.body)) member(gen, open, child);
}

function addField(gen: Generator, open: ClassBody, of: { node: number; name: number; static: boolean }): void {
  const own = gen.part(of.node, Role.type);
  const around = gen.tree.parent[of.node]!;
  const type = own < 0 && gen.kind(around) === Kind.Decl ? gen.part(around, Role.type) : own;
  const decorators = decoratorsOf(gen, of.node);
  const name = nameOf(gen.tree, of.name);
  open.members.push({ name, is: 'field', static: of.static, function: NONE, node: of.node, type, decorators });
}
