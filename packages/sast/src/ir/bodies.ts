import { Kind, Role } from '../languages/kinds.ts';
import { hasFlag, NONE, parts } from '../tree/tree.ts';
import { memberKey, store } from './access.ts';
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
  const typeOf = typeFinder(gen);
  for (const declaration of info.is === 'fields' ? [] : gen.own(info.node)) {
    if (declaration.member < 0 && declaration.link === 'own') gen.declare(declaration, typeOf(declaration));
  }
  ownName(gen, info);
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
  // What runs before the body: C++'s `: field(value)`, default values that stand beside their parameters.
  gen.each(info.node, Role.init);
  const bodies = parts(gen.tree, info.node, Role.body);
  for (const part of bodies) {
    // A body that is no block is the result.
    const isValue = gen.kind(part) !== Kind.Block;
    if (part !== bodies.at(-1)) gen.statement(part);
    else if (isValue || hasFlag(gen.tree, info.node, 'last')) gen.return(part, lastValue(gen, part));
    else gen.statement(part);
  }
}

function firstValues(gen: Generator, info: OpenFunction): void {
  for (const field of gen.fields.get(info.index) ?? []) {
    const right = gen.valueOf(field, Role.value);
    store(gen, field, { object: info.self, key: memberKey(gen, gen.part(field, Role.name)), value: right });
  }
}

/** The name of a function expression means the function, inside it. */
function ownName(gen: Generator, info: OpenFunction): void {
  const name = gen.kind(info.node) === Kind.Lambda ? gen.part(info.node, Role.name) : NONE;
  if (gen.variable(name) >= 0) gen.emit(Op.function, name, { target: gen.variable(name), detail: info.index });
}

/** For the variables of a function, one after the other: the type that each is declared with, as a node. */
function typeFinder(gen: Generator): (declaration: Declaration) => number {
  const { parent } = gen.tree;
  // A declaration may have very many names: its type is looked for once.
  let last = { owner: NONE, type: NONE };
  return (declaration) => {
    const owner = parent[declaration.node]!;
    if (!isTyped[gen.kind(owner)]) return NONE;
    if (last.owner !== owner) {
      const own = gen.part(owner, Role.type);
      const isInList = own < 0 && gen.kind(parent[owner]!) === Kind.Decl;
      last = { owner, type: isInList ? gen.part(parent[owner]!, Role.type) : own };
    }
    return last.type;
  };
}

const isTyped: Readonly<Record<number, true>> = {
  [Kind.VarDef]: true,
  [Kind.Param]: true,
  [Kind.ForEach]: true,
  [Kind.Assign]: true,
};
