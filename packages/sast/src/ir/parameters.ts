import { Flag, Kind, Role } from '../languages/kinds.ts';
import { flagsOf, hasFlag, nameOf, NONE, parts } from '../tree/tree.ts';
import { decoratorsOf } from './decorators.ts';
import type { Generator, OpenFunction } from './generator.ts';
import { Op } from './instructions.ts';
import type { ParamInfo } from './ir.ts';

/** A parameter before its code is made. */
interface Parameter {
  readonly node: number;
  /** The name or pattern, -1 for none (Go's `func(int)`). */
  readonly name: number;
  readonly position: number;
  readonly is: ParamInfo['is'];
}

/** `this` first, then the parameters in their order. */
export function parameters(gen: Generator, info: OpenFunction): ParamInfo[] {
  if (info.is === 'module') {
    if (gen.bindings.usesThis.has(info.node)) info.self = gen.emit(Op.this, info.node, {});
    return [];
  }
  if (info.is === 'fields') {
    info.self = gen.emit(Op.this, info.node, {});
    return [];
  }
  const nodes = parts(gen.tree, info.node, Role.param).filter((it) => gen.kind(gen.part(it, Role.name)) !== Kind.This);
  takeSelf(gen, info, nodes);
  return listed(gen, nodes).map((it) => parameter(gen, it));
}

/** A receiver, Python's first parameter, or `this` where it is used. */
function takeSelf(gen: Generator, info: OpenFunction, nodes: number[]): void {
  const receiver = gen.part(info.node, Role.receiver);
  const takesFirst = gen.tree.table.selfParameter === true && info.class >= 0 && !info.static;
  const self = takesFirst ? (nodes.shift() ?? NONE) : receiver;
  const usesThis = gen.bindings.usesThis.has(info.node) || nodes.some((it) => isField(gen, it));
  if (self < 0 && !usesThis) return;
  const target = self < 0 ? NONE : gen.variable(nameIn(gen, self));
  info.self = gen.emit(Op.this, self < 0 ? info.node : self, target < 0 ? {} : { target });
}

/** One for each name: Go's `a, b string` is two. */
function listed(gen: Generator, nodes: readonly number[]): Parameter[] {
  const list: Parameter[] = [];
  let named: ParamInfo['is'] = 'positional';
  for (const node of nodes) {
    const names = gen.kind(node) === Kind.Param ? parts(gen.tree, node, Role.name) : [node];
    const isSeparator = hasFlag(gen.tree, node, 'keywordOnly');
    const is = restKind(gen, node, names[0] ?? NONE) ?? named;
    if (!isSeparator)
      for (const name of names.length > 0 ? names : [NONE]) list.push({ node, name, position: list.length, is });
    if (isSeparator || (is === 'rest' && gen.tree.table.selfParameter)) named = 'keywordOnly';
  }
  return list;
}

/** `*rest`, `...rest`, `**options` */
function restKind(gen: Generator, node: number, name: number): 'rest' | 'keywords' | undefined {
  const flags = flagsOf(gen.tree, node) | (name < 0 ? 0 : flagsOf(gen.tree, name));
  if ((flags & Flag.starStar) !== 0) return 'keywords';
  const isSpread = gen.kind(node) === Kind.Spread || gen.kind(name) === Kind.Spread;
  return isSpread || (flags & Flag.star) !== 0 ? 'rest' : undefined;
}

/** Where the name is in what can stand for a parameter. */
const nameRoles: Readonly<Record<number, number>> = {
  [Kind.Param]: Role.name,
  [Kind.Default]: Role.target,
  [Kind.Spread]: Role.value,
};

/** The name in a parameter, -1 if there is a pattern or none. */
function nameIn(gen: Generator, node: number): number {
  let at = node;
  while (at >= 0 && gen.kind(at) !== Kind.Name) {
    const role = nameRoles[gen.kind(at)];
    at = role === undefined ? NONE : gen.part(at, role);
  }
  return at;
}

function parameter(gen: Generator, it: Parameter): ParamInfo {
  const { node, name, position, is } = it;
  const isParam = gen.kind(node) === Kind.Param;
  const nameNode = name < 0 ? NONE : nameIn(gen, name);
  const decorators = decoratorsOf(gen, node);
  const variable = take(gen, it, nameNode);
  if (nameNode >= 0 && isField(gen, node)) {
    const right = gen.variable(nameNode);
    gen.perform(Op.store, node, { left: gen.current.self, right, detail: gen.symbol(nameNode) });
  }
  const type = isParam ? gen.part(node, Role.type) : NONE;
  return { name: nameNode < 0 ? '' : nameOf(gen.tree, nameNode), is, position, variable, node, type, decorators };
}

/** The parameter's value goes straight into its variable, if there is no default and no pattern in between. */
function take(gen: Generator, it: Parameter, nameNode: number): number {
  const { node, name, position } = it;
  const fallback = gen.kind(node) === Kind.Param ? gen.part(node, Role.value) : NONE;
  const isPlain = fallback < 0 && gen.kind(name) !== Kind.Default;
  const own = isPlain ? gen.variable(nameNode) : NONE;
  const variable = gen.emit(Op.param, node, own < 0 ? { detail: position } : { detail: position, target: own });
  if (own < 0 && name >= 0) gen.assign(name, gen.either(node, variable, gen.expression(fallback)));
  return variable;
}

/** TypeScript's `constructor(private db: Db)` */
function isField(gen: Generator, node: number): boolean {
  if (!gen.tree.table.parameterFields || gen.current.is !== 'constructor' || gen.kind(node) !== Kind.Param)
    return false;
  return (flagsOf(gen.tree, node) & (Flag.public | Flag.private | Flag.const)) !== 0;
}
