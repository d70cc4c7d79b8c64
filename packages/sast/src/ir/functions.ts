import { Kind, Role } from '../languages/kinds.ts';
import { hasFlag, nameOf, NONE, parts } from '../tree/tree.ts';
import { decoratorsOf } from './decorators.ts';
import type { Generator } from './generator.ts';
import { Op } from './instructions.ts';
import type { FunctionInfo } from './ir.ts';

/** Makes a function of a definition; -1 for one without a body. Its code is made later, by `generate`. */
export function defineFunction(gen: Generator, node: number, more: Partial<FunctionInfo>): number {
  if (gen.part(node, Role.body) < 0) return NONE;
  if (gen.isDeep) return gen.giveUp(node);
  const decorators = decoratorsOf(gen, node);
  const info = gen.addFunction(node, { decorators, ...more });
  return gen.emit(Op.function, node, { detail: info.index });
}

/** Functions are defined before the statements around them where the language has it so. */
export function hoist(gen: Generator, statements: readonly number[]): void {
  if (!gen.tree.table.scopes.hoistsFunctions) return;
  for (const statement of statements) {
    const node = gen.kind(statement) === Kind.Export ? gen.part(statement, Role.elem) : statement;
    if (gen.kind(node) !== Kind.FuncDef) continue;
    defineNamed(gen, node);
    gen.hoisted.add(node);
  }
}

/** A function definition as a statement. */
export function defineNamed(gen: Generator, node: number): void {
  if (gen.hoisted.has(node)) return;
  const receiver = gen.part(node, Role.receiver);
  const value = defineFunction(gen, node, receiver < 0 ? {} : { is: 'method' });
  if (value < 0) return;
  const name = gen.part(node, Role.name);
  if (receiver >= 0) storeMethod(gen, node, value);
  else if (gen.variable(name) >= 0) gen.move(node, gen.variable(name), value);
}

/** Go's methods stand beside their type: they are stored into it all the same. */
function storeMethod(gen: Generator, node: number, value: number): void {
  const type = gen.part(gen.part(node, Role.receiver), Role.type);
  const owner = /\w+/.exec(nameOf(gen.tree, type))?.[0] ?? '';
  const symbol = gen.tree.texts.add(owner);
  const variable = gen.moduleVariable(symbol);
  if (variable < 0) return;
  gen.methods.push({ owner: symbol, node, function: gen.functions.length - 1 });
  gen.perform(Op.store, node, { left: variable, right: value, detail: gen.symbol(gen.part(node, Role.name)) });
}

/** What a member's modifiers, or Python's decorators, make of its function. */
export function methodKind(gen: Generator, node: number): 'method' | 'getter' | 'setter' {
  if (hasFlag(gen.tree, node, 'getter')) return 'getter';
  if (hasFlag(gen.tree, node, 'setter')) return 'setter';
  if (!gen.tree.table.selfParameter) return 'method';
  if (decoratedWith(gen, node, 'setter')) return 'setter';
  return decoratedWith(gen, node, 'property') || decoratedWith(gen, node, 'cached_property') ? 'getter' : 'method';
}

/** Whether a definition has a decorator of that name: `@name`, `@x.name`. */
export function decoratedWith(gen: Generator, node: number, name: string): boolean {
  return parts(gen.tree, node, Role.decorator).some((it) => {
    const value = gen.part(it, Role.value);
    const last = gen.kind(value) === Kind.Member ? gen.part(value, Role.name) : value;
    return gen.kind(last) === Kind.Name && nameOf(gen.tree, last) === name;
  });
}
