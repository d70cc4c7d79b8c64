import { Kind, Role } from '../../languages/kinds.ts';
import { children, hasFlag, kindOf, nextOf, NONE, parentOf, part, parts, roleOf, type Tree } from '../../tree/tree.ts';

/** Roles under which a node holds statements. */
const statementRoles = new Set<number>([Role.body, Role.consequence, Role.alternative, Role.finally, Role.handler]);
/** Nodes whose children are a list of statements. */
const blocks = new Set<number>([Kind.Module, Kind.Block, Kind.Error]);
/** Nodes that wrap statements without being more: what is in them stands beside their neighbours. */
const wrappers = new Set<number>([Kind.Decl, Kind.Export]);

export function isBlock(tree: Tree, node: number): boolean {
  return blocks.has(kindOf(tree, node));
}

/** The word before a block, which makes it another one: Rust's `unsafe`. */
export function blockWord(tree: Tree, node: number): { readonly word: string; readonly start: number } | undefined {
  if (tree.table.name !== 'rust' || kindOf(tree, node) !== Kind.Block) return undefined;
  const from = Math.max(0, tree.start[node]! - 40);
  const found = /\b(unsafe|async|const|try)(?:\s+move)?\s*$/.exec(tree.text.slice(from, tree.start[node]!));
  return found ? { word: found[1]!, start: from + found.index } : undefined;
}

/** Whether the node stands where a statement stands. */
export function isStatement(tree: Tree, node: number): boolean {
  const parent = parentOf(tree, node);
  if (parent === NONE) return false;
  const kind = kindOf(tree, parent);
  if (blocks.has(kind) || wrappers.has(kind)) return true;
  if (kind === Kind.Lambda && kindOf(tree, node) !== Kind.Block) return false;
  return statementRoles.has(roleOf(tree, node)) && kind !== Kind.Comp;
}

/** Whether a name says which part of something is meant, and no value. */
export function isProperty(tree: Tree, node: number): boolean {
  const parent = parentOf(tree, node);
  const kind = kindOf(tree, parent);
  const role = roleOf(tree, node);
  if (role === Role.key) {
    return kind === Kind.Pair && tree.table.keysAreFields === true && !hasFlag(tree, parent, 'computed');
  }
  const isName = role === Role.name && (kind === Kind.Member || kind === Kind.Keyword);
  return isName && !hasFlag(tree, parent, 'computed');
}

/** The statements that a body holds: of a block its children, of a single statement itself. Wrappers are opened. */
export function statementsIn(tree: Tree, body: readonly number[]): number[] {
  const found: number[] = [];
  for (const node of body) {
    if (blocks.has(kindOf(tree, node))) found.push(...opened(tree, children(tree, node)));
    else found.push(...opened(tree, [node]));
  }
  return found;
}

function opened(tree: Tree, nodes: readonly number[]): number[] {
  if (!nodes.some((it) => wrappers.has(kindOf(tree, it)))) return [...nodes];
  return nodes.flatMap((node) => {
    if (!wrappers.has(kindOf(tree, node))) return [node];
    const inner = children(tree, node).filter((it) => declares.has(kindOf(tree, it)));
    return inner.length > 0 ? inner.flatMap((it) => opened(tree, [it])) : [node];
  });
}

const declares = new Set<number>([
  Kind.VarDef,
  Kind.FieldDef,
  Kind.FuncDef,
  Kind.ClassDef,
  Kind.Decl,
  Kind.Assign,
  Kind.TypeDef,
]);

/** These statements and all statements inside of them, functions and classes included, in source order. */
export function flattened(tree: Tree, statements: readonly number[]): number[] {
  const found: number[] = [];
  for (const statement of statements) {
    found.push(statement);
    for (let node = statement + 1; node < nextOf(tree, statement); node++) {
      if (isStatement(tree, node) && !isBlock(tree, node) && !wrappers.has(kindOf(tree, node))) found.push(node);
    }
  }
  return found;
}

const bodyRoles = [Role.body, Role.consequence, Role.alternative, Role.finally];
/** What has bodies without being a statement that holds some. */
const data = new Set<number>([Kind.Dict, Kind.Array, Kind.Xml]);

/** All lists of statements in a tree: blocks, and single statements in their place. */
export function statementLists(tree: Tree): number[][] {
  const found: number[][] = [];
  for (let node = 0; node < tree.size; node++) {
    if (isBlock(tree, node)) found.push(statementsIn(tree, [node]));
    else if (tree.next[node]! > node + 1 && !data.has(kindOf(tree, node))) found.push(...bareBodies(tree, node));
  }
  return found;
}

function bareBodies(tree: Tree, node: number): number[][] {
  const found: number[][] = [];
  for (const role of bodyRoles) {
    if (part(tree, node, role) === NONE) continue;
    const body = parts(tree, node, role);
    if (!body.some((it) => isBlock(tree, it))) found.push(statementsIn(tree, body));
  }
  return found;
}

const choices = new Set<number>([Kind.If, Kind.Switch, Kind.Case, Kind.Try, Kind.Catch, Kind.Cond]);

/** Expressions that are the result of a function without a `return`: the last ones of its body, branch by branch. */
export function implicitResults(tree: Tree, functions: readonly number[]): Set<number> {
  const found = new Set<number>();
  for (const node of functions) {
    const body = parts(tree, node, Role.body);
    const hasBlock = body.length === 1 && isBlock(tree, body[0]!);
    if (hasFlag(tree, node, 'last') || (kindOf(tree, node) === Kind.Lambda && !hasBlock))
      addResults(tree, body.at(-1), found);
  }
  return found;
}

/** A list of what is still to look at, not recursion: branches may nest as deep as a text has them. */
function addResults(tree: Tree, body: number | undefined, found: Set<number>): void {
  const pending = body === undefined ? [] : [body];
  while (pending.length > 0) {
    const node = pending.pop()!;
    if (isBlock(tree, node)) pending.push(...children(tree, node).slice(-1));
    else if (choices.has(kindOf(tree, node))) pending.push(...branchesOf(tree, node));
    else if (kindOf(tree, node) !== Kind.Return) found.add(node);
  }
}

/** Where each way through a statement ends. What a `try` came to does not count where more is done after it. */
function branchesOf(tree: Tree, node: number): number[] {
  const kind = kindOf(tree, node);
  if (kind === Kind.Switch) return [...parts(tree, node, Role.body), ...parts(tree, node, Role.alternative)];
  if (kind === Kind.Try && part(tree, node, Role.finally) !== NONE) return parts(tree, node, Role.finally).slice(-1);
  const roles = tree.table.name === 'scala' ? bodyRoles : [...bodyRoles, Role.handler];
  return roles.flatMap((role) => parts(tree, node, role).slice(-1));
}
