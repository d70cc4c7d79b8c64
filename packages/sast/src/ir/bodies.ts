import { Kind, Role } from '../languages/kinds.ts';
import { hasFlag, NONE, parts } from '../tree/tree.ts';
import { lastValue } from './conditions.ts';
import { hoist } from './functions.ts';
import type { Generator, OpenFunction } from './generator.ts';
import { Op } from './instructions.ts';
import { parameters } from './parameters.ts';
import type { Declaration } from './scopes.ts';

/** Makes the code of a function. */
export function generate(gen: Generator, info: OpenFunction): void {
  gen.begin(info);
  const first = { block: gen.code.placed, instruction: gen.code.size, variable: gen.code.variableNames.length };
  const entry = gen.newBlock();
  const exit = gen.newBlock();
  info.exit = exit;
  gen.enter(entry);
  for (const declaration of info.is === 'fields' ? [] : gen.own(info.node)) {
    if (declaration.member < 0 && declaration.link === 'own') gen.declare(declaration, typeOf(gen, declaration));
  }
  info.params = parameters(gen, info);
  body(gen, info);
  gen.fall(exit);
  info.entry = first.block;
  info.exit = gen.code.placed - 1;
  info.blocks = { first: first.block, end: gen.code.placed };
  info.instructions = { first: first.instruction, end: gen.code.size };
  info.variables = { first: first.variable, end: gen.code.variableNames.length };
}

function body(gen: Generator, info: OpenFunction): void {
  if (info.is === 'module') {
    const statements = parts(gen.tree, info.node, Role.child).concat(parts(gen.tree, info.node, Role.body));
    hoist(gen, statements);
    for (const it of statements) gen.statement(it);
    return;
  }
  if (info.is === 'fields') return firstValues(gen, info);
  for (const part of parts(gen.tree, info.node, Role.body)) {
    const isValue = gen.kind(part) !== Kind.Block && gen.kind(info.node) === Kind.Lambda;
    if (isValue || hasFlag(gen.tree, info.node, 'last')) gen.return(part, lastValue(gen, part));
    else gen.statement(part);
  }
}

function firstValues(gen: Generator, info: OpenFunction): void {
  for (const field of gen.fields.get(info.index) ?? []) {
    const right = gen.valueOf(field, Role.value);
    gen.perform(Op.store, field, { left: info.self, right, detail: gen.symbol(gen.part(field, Role.name)) });
  }
}

/** The type that a variable is declared with, as a node. */
function typeOf(gen: Generator, declaration: Declaration): number {
  const { parent } = gen.tree;
  const owner = parent[declaration.node]!;
  const kind = gen.kind(owner);
  if (kind !== Kind.VarDef && kind !== Kind.Param && kind !== Kind.ForEach && kind !== Kind.Assign) return NONE;
  const own = gen.part(owner, Role.type);
  return own < 0 && gen.kind(parent[owner]!) === Kind.Decl ? gen.part(parent[owner]!, Role.type) : own;
}
