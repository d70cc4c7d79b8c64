/**
 * C++ writes `T x(a);` for a variable that is made of `a` and for a function that takes an `a`. Grammars take it for a
 * function. In the body of a function it is a variable; of a pattern an option says what is meant.
 */
import { Kind, Role } from '../../languages/kinds.ts';
import { children, endOf, kindOf, NONE, parentOf, part, parts, type Tree } from '../../tree/tree.ts';
import { inOrder } from './lists.ts';
import type { Run, Then } from './run.ts';

/** Whether it may be either: no body, and parameters that are all names or types without a name. */
function isEither(tree: Tree, node: number): boolean {
  if (kindOf(tree, node) !== Kind.FuncDef || part(tree, node, Role.body) !== NONE) return false;
  const params = parts(tree, node, Role.param);
  return params.length > 0 && params.every((it) => kindOf(tree, it) === Kind.Param && children(tree, it).length === 1);
}

/** What the pattern's definition can be here: 'function' for one that is no variable. */
export function readingOf({ pattern, facts, options }: Run, p: number, c: number): 'function' | 'variable' | 'neither' {
  if (pattern.dialect.name !== 'cpp' || !isEither(pattern.tree, p)) return 'function';
  const isVariable = isConstruction(facts.tree, c);
  if (options.cpp_parsing_pref === 'as_vardef_with_ctor') return isVariable ? 'variable' : 'neither';
  return isVariable ? 'neither' : 'function';
}

function isConstruction(tree: Tree, node: number): boolean {
  if (isEither(tree, node)) return kindOf(tree, parentOf(tree, node)) === Kind.Block;
  const name = kindOf(tree, node) === Kind.VarDef ? part(tree, node, Role.name) : NONE;
  return name !== NONE && /^\s*\(/.test(tree.text.slice(endOf(tree, name), endOf(tree, name) + 20));
}

/** Type, name, then what it is made of. */
export function matchConstruction(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  const [type, foundType] = [part(tree, p, Role.type), part(code, c, Role.type)];
  const [name, foundName] = [part(tree, p, Role.name), part(code, c, Role.name)];
  if (type === NONE || foundType === NONE || name === NONE || foundName === NONE) return false;
  const args = (): boolean => inOrder(run, argumentsOf(tree, p), argumentsOf(code, c), { then });
  return run.node(run, type, foundType, () => run.node(run, name, foundName, args));
}

function argumentsOf(tree: Tree, node: number): number[] {
  return kindOf(tree, node) === Kind.VarDef ? parts(tree, node, Role.value) : parts(tree, node, Role.param);
}
