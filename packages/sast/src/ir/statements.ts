import { Kind, kindNames, type KindName, Role } from '../languages/kinds.ts';
import { children, NONE, parts } from '../tree/tree.ts';
import { joined } from './access.ts';
import { takeApart } from './assign.ts';
import { defineClass } from './classes.ts';
import { branches } from './conditions.ts';
import { expressions } from './expressions.ts';
import { defineNamed, hoist } from './functions.ts';
import type { Generator } from './generator.ts';
import { Op } from './instructions.ts';
import { assertion, forEach, goto, labelled, leave, loop, withScope } from './loops.ts';
import { exportStatement, importStatement, packageStatement } from './modules.ts';
import { switchOver } from './switch.ts';
import { tryCatch } from './tries.ts';

type Statement = (gen: Generator, node: number) => void;

const nothing: Statement = () => {};

/** What each kind of statement does. Kinds that are missing here are expressions. */
const statements: { readonly [K in KindName]?: Statement } = {
  Module: block,
  Block: block,
  Error: block,
  Decl: (gen, node) => gen.each(node, Role.elem),
  VarDef: define,
  FieldDef: define,
  FuncDef: defineNamed,
  ClassDef: defineClass,
  Import: importStatement,
  Export: exportStatement,
  Package: packageStatement,
  If: branches,
  While: loop,
  DoWhile: loop,
  For: loop,
  ForEach: forEach,
  Switch: (gen, node) => switchOver(gen, node, NONE),
  Try: tryCatch,
  Throw: (gen, node) => gen.throw(node, gen.valueOf(node, Role.value)),
  Return: returns,
  Break: leave,
  Continue: leave,
  Label: labelled,
  Goto: goto,
  With: withScope,
  Sync: withScope,
  Assert: assertion,
  ImportName: nothing,
  TypeDef: nothing,
  Type: nothing,
  Global: nothing,
  Hole: nothing,
  Decorator: nothing,
};

const statementOf: readonly (Statement | undefined)[] = kindNames.map((name) => statements[name]);
const expressionOf = kindNames.map((name) => expressions[name]);

export function statement(gen: Generator, node: number): void {
  const run = statementOf[gen.kind(node)];
  if (run) run(gen, node);
  else expression(gen, node);
}

/** A statement where a value is wanted (an error in the text, a `throw` expression) runs and has none. */
export function expression(gen: Generator, node: number): number {
  const kind = gen.kind(node);
  const compute = expressionOf[kind];
  if (compute) return compute(gen, node);
  const run = statementOf[kind];
  if (!run) return joined(gen, node);
  run(gen, node);
  return NONE;
}

function block(gen: Generator, node: number): void {
  const statementNodes = children(gen.tree, node);
  hoist(gen, statementNodes);
  for (const it of statementNodes) gen.statement(it);
}

/** Go's results can have names: a bare `return` hands over what they hold. */
function returns(gen: Generator, node: number): void {
  const value = gen.valueOf(node, Role.value);
  if (value >= 0) return gen.return(node, value);
  const results = parts(gen.tree, gen.current.node, Role.type).flatMap((it) => parts(gen.tree, it, Role.name));
  const variables = results.map((it) => gen.variable(it)).filter((it) => it >= 0);
  if (variables.length < 2) return gen.return(node, variables[0] ?? NONE);
  const all = gen.emit(Op.alloc, node, { detail: Kind.Tuple });
  variables.forEach((right, detail) => gen.perform(Op.storeItem, node, { left: all, right, detail }));
  gen.return(node, all);
}

/** `let a = 1`, Go's `var a, b = f()` */
function define(gen: Generator, node: number): void {
  const names = parts(gen.tree, node, Role.name);
  const right = gen.part(node, Role.value);
  if (right >= 0 && names.length > 1) takeApart(gen, names, { right, whole: NONE });
  else if (right >= 0) gen.assign(names[0] ?? NONE, gen.expression(right));
  else if (names.length === 1 && gen.kind(names[0]!) === Kind.Name && gen.variable(names[0]!) >= 0) {
    gen.emit(Op.const, node, { target: gen.variable(names[0]!) });
  }
}
