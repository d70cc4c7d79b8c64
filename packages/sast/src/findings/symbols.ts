import type { FunctionInfo, Ir } from '../ir/ir.ts';
import { Kind, Role } from '../languages/kinds.ts';
import { nameOf, parentOf, part, sourceOf, type Tree } from '../tree/tree.ts';

/** The functions and classes around a place. */
export interface Surroundings {
  /** `Shop.search`; undefined at the top of the file. */
  readonly symbol: string | undefined;
  /** Node of the innermost function. */
  readonly node: number;
}

export function surroundings(ir: Ir, index: number): Surroundings {
  const names: string[] = [];
  let current: FunctionInfo | undefined = ir.functions[index];
  const node = current?.node ?? 0;
  while (current && current.is !== 'module') {
    names.unshift(nameOfFunction(ir.tree, current));
    const owner = current.class >= 0 ? ir.classes[current.class] : undefined;
    if (owner && owner.name !== '') names.unshift(owner.name);
    current = ir.functions[owner ? owner.parent : current.parent];
  }
  const symbol = names.filter((it) => it !== '').join('.');
  return { symbol: symbol === '' ? undefined : symbol, node };
}

/** A function without a name goes by what it is assigned to, or by the call that it is handed to. */
function nameOfFunction(tree: Tree, info: FunctionInfo): string {
  if (info.name !== '') return info.name;
  if (info.is === 'constructor') return 'constructor';
  const parent = parentOf(tree, info.node);
  if (parent < 0) return '';
  switch (tree.kind[parent]) {
    case Kind.VarDef:
    case Kind.FieldDef:
      return nameOf(tree, part(tree, parent, Role.name));
    case Kind.Pair:
      return nameOf(tree, part(tree, parent, Role.key));
    case Kind.Assign:
      return short(sourceOf(tree, part(tree, parent, Role.left)));
    case Kind.Call:
      return calledWith(tree, parent);
    default:
      return '';
  }
}

/** `app.get('/search')`: what tells the callbacks of a router apart. */
function calledWith(tree: Tree, call: number): string {
  const callee = part(tree, call, Role.callee);
  if (callee < 0) return '';
  const first = part(tree, call, Role.arg);
  const text = first >= 0 && tree.kind[first] === Kind.Str ? `('${nameOf(tree, first)}')` : '';
  return `${calleeName(tree, callee)}${text.slice(0, maxText)}`;
}

/** `app.get`; of a chain through other code only its last name. */
function calleeName(tree: Tree, callee: number): string {
  const whole = sourceOf(tree, callee);
  if (!/[{}]|=>/.test(whole)) return short(whole);
  return tree.kind[callee] === Kind.Member ? `….${nameOf(tree, part(tree, callee, Role.name))}` : '';
}

const maxText = 60;

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, '');
  return line.length <= maxText ? line : `${line.slice(0, maxText - 1)}…`;
}
