/**
 * What a matcher asks about one file beyond its tree: where the nodes of a kind are, what a name was imported as, what
 * was assigned to it. Each part is made when it is first asked for.
 */
import { Flag, Kind, Role } from '../../languages/kinds.ts';
import {
  firstChild,
  flagsOf,
  kindOf,
  nameOf,
  nextOf,
  NONE,
  parentOf,
  part,
  parts,
  roleOf,
  symbolOf,
  type Tree,
} from '../../tree/tree.ts';

/** Where a variable gets a value; -1 for one that is not in the text. */
interface Assignment {
  readonly node: number;
  readonly value: number;
  readonly type: number;
  /** The function, class or module whose variable it is. */
  readonly scope: number;
}

export class Facts {
  readonly tree: Tree;
  #byKind: number[][] | undefined;
  #assignments: Map<number, Assignment[]> | undefined;
  #imports: Map<number, string> | undefined;
  #calls: Map<string, number[]> | undefined;

  constructor(tree: Tree) {
    this.tree = tree;
  }

  nodesOf(kind: number): readonly number[] {
    if (!this.#byKind) {
      this.#byKind = [];
      for (let node = 0; node < this.tree.size; node++) (this.#byKind[this.tree.kind[node]!] ??= []).push(node);
    }
    return this.#byKind[kind] ?? [];
  }

  /** Calls, or constructions, of something with this last name, under whatever name it was imported. */
  calls(kind: number, name: string): readonly number[] {
    this.#calls ??= this.#callsByName();
    return this.#calls.get(`${kind}${name}`) ?? [];
  }

  #callsByName(): Map<string, number[]> {
    const found = new Map<string, number[]>();
    const add = (key: string, node: number): void => {
      const list = found.get(key);
      if (list) list.push(node);
      else found.set(key, [node]);
    };
    for (const kind of [Kind.Call, Kind.New]) {
      for (const node of this.nodesOf(kind)) {
        const callee = part(this.tree, node, Role.callee);
        const last = callee === NONE ? '' : this.#lastName(callee);
        add(`${kind}${last}`, node);
        const imported = callee === NONE ? undefined : this.qualified(callee)?.replace(/^.*[./]/, '');
        if (imported !== undefined && imported !== last) add(`${kind}${imported}`, node);
      }
    }
    return found;
  }

  #lastName(callee: number): string {
    const name = kindOf(this.tree, callee) === Kind.Member ? part(this.tree, callee, Role.name) : callee;
    if (name === NONE) return '';
    const text =
      kindOf(this.tree, name) === Kind.Type ? nameOf(this.tree, name).replace(/<.*/s, '') : nameOf(this.tree, name);
    return text.includes('.') ? text.slice(text.lastIndexOf('.') + 1) : text;
  }

  /** What a name stands for by an import: `y` after `import x as y` is `x`. Undefined for other names. */
  importOf(symbol: number): string | undefined {
    this.#imports ??= importsIn(this.tree, this.nodesOf(Kind.Import), this.nodesOf(Kind.Call));
    return this.#imports.get(symbol);
  }

  /** The path that a chain of names stands for: `y.f` after `import x as y` is `x.f`. */
  qualified(node: number): string | undefined {
    const kind = kindOf(this.tree, node);
    if (kind === Kind.Name || kind === Kind.Type) return this.importOf(symbolOf(this.tree, node));
    if (kind !== Kind.Member) return undefined;
    const object = this.qualified(part(this.tree, node, Role.object));
    return object && `${object}.${nameOf(this.tree, part(this.tree, node, Role.name))}`;
  }

  /**
   * The value that a variable is sure to have where it is read: of the one assignment that nothing overwrites, or the
   * last one in a block around the use. -1 if that cannot be said.
   */
  valueOf(name: number): number {
    return this.#assignmentOf(name)?.value ?? NONE;
  }

  /** The declared type of a variable, as a node; -1 for none. */
  typeOf(name: number): number {
    for (const it of this.#visible(name)) if (it.type !== NONE) return it.type;
    return NONE;
  }

  /** The values that the variable is ever given, in its scope. */
  valuesOf(name: number): number[] {
    return this.#visible(name)
      .map((it) => it.value)
      .filter((it) => it !== NONE);
  }

  #assignmentOf(name: number): Assignment | undefined {
    const all = this.#visible(name);
    const [only] = all;
    if (!only) return undefined;
    const inside = scopeOf(this.tree, name) === only.scope;
    if (all.length === 1) return only.node < name || !inside ? only : undefined;
    if (!inside) return undefined;
    const before = all.filter((it) => nextOf(this.tree, it.node) <= name);
    const last = before.at(-1);
    if (!last || !this.#dominates(last.node, name)) return undefined;
    const loop = loopAround(this.tree, name);
    const later = all.some(
      (it) => it.node > name && loop !== NONE && it.node < nextOf(this.tree, loop) && last.node < loop,
    );
    return later ? undefined : last;
  }

  /** The assignment stands in a block that is around the use. */
  #dominates(assignment: number, use: number): boolean {
    let block = parentOf(this.tree, assignment);
    while (kindOf(this.tree, block) === Kind.Decl || kindOf(this.tree, block) === Kind.Export)
      block = parentOf(this.tree, block);
    return block <= use && use < nextOf(this.tree, block);
  }

  /** The assignments of the variable that this name means: those of the innermost scope that has some. */
  #visible(name: number): readonly Assignment[] {
    this.#assignments ??= assignmentsIn(this.tree);
    const all = this.#assignments.get(symbolOf(this.tree, name)) ?? [];
    if (all.length === 0) return all;
    for (let scope = scopeOf(this.tree, name); scope !== NONE; scope = scopeOf(this.tree, scope)) {
      const here = all.filter((it) => it.scope === scope);
      if (here.length > 0) return here;
    }
    return [];
  }
}

const scopes = new Set<number>([Kind.Module, Kind.FuncDef, Kind.Lambda, Kind.ClassDef]);
const loops = new Set<number>([Kind.For, Kind.ForEach, Kind.While, Kind.DoWhile]);

/** The function, class or module around a node; -1 for the module. */
export function scopeOf(tree: Tree, node: number): number {
  let scope = parentOf(tree, node);
  while (scope !== NONE && !scopes.has(kindOf(tree, scope))) scope = parentOf(tree, scope);
  return scope;
}

function loopAround(tree: Tree, node: number): number {
  let loop = parentOf(tree, node);
  while (loop !== NONE && !loops.has(kindOf(tree, loop))) {
    if (scopes.has(kindOf(tree, loop))) return NONE;
    loop = parentOf(tree, loop);
  }
  return loop;
}

function assignmentsIn(tree: Tree): Map<number, Assignment[]> {
  const found = new Map<number, Assignment[]>();
  const add = (name: number, value: number, type: number, node: number): void => {
    if (name === NONE || kindOf(tree, name) !== Kind.Name) return;
    const list = found.get(symbolOf(tree, name));
    const it = { node, value, type, scope: scopeOf(tree, node) };
    if (list) list.push(it);
    else found.set(symbolOf(tree, name), [it]);
  };
  for (let node = 0; node < tree.size; node++) assigned(tree, node, add);
  return found;
}

type Add = (name: number, value: number, type: number, node: number) => void;

function assigned(tree: Tree, node: number, add: Add): void {
  const get = (role: number): number => part(tree, node, role);
  switch (kindOf(tree, node)) {
    case Kind.VarDef:
    case Kind.FieldDef:
      return assign(tree, [get(Role.name), get(Role.value), get(Role.type), node], add);
    case Kind.Assign:
      return assign(tree, [get(Role.left), get(Role.right), get(Role.type), node], add);
    case Kind.AugAssign:
      return add(get(Role.left), NONE, NONE, node);
    case Kind.Update:
      return add(get(Role.value), NONE, NONE, node);
    case Kind.Param:
      return add(get(Role.name), NONE, get(Role.type), node);
    case Kind.ForEach:
    case Kind.CompFor:
    case Kind.Catch:
      return add(get(Role.target), NONE, get(Role.type), node);
    case Kind.Name:
      if (roleOf(tree, node) === Role.param) add(node, NONE, NONE, node);
      return undefined;
    default:
      return undefined;
  }
}

/** Several names at once get values that are not looked into, but for pairs of equal length. */
function assign(tree: Tree, [left, right, type, node]: readonly [number, number, number, number], add: Add): void {
  if (left === NONE) return;
  const kind = kindOf(tree, left);
  if (kind !== Kind.Tuple && kind !== Kind.Array && kind !== Kind.Dict) return add(left, right, type, node);
  const names = childrenOf(tree, left);
  const values = right !== NONE && kindOf(tree, right) === Kind.Tuple ? childrenOf(tree, right) : [];
  for (const [i, name] of names.entries()) add(name, values.length === names.length ? values[i]! : NONE, NONE, node);
}

function childrenOf(tree: Tree, node: number): number[] {
  const found: number[] = [];
  for (let child = firstChild(tree, node); child !== NONE && child < nextOf(tree, node); child = nextOf(tree, child))
    found.push(child);
  return found;
}

/** Local name → path, of all imports of the file and of `x = require("y")`. */
function importsIn(tree: Tree, imports: readonly number[], calls: readonly number[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const node of imports) {
    const source = part(tree, node, Role.source);
    const path = source === NONE ? '' : nameOf(tree, source);
    const alias = part(tree, node, Role.alias);
    if (alias !== NONE) found.set(symbolOf(tree, alias), path);
    const elements = parts(tree, node, Role.elem);
    if (elements.length === 0 && alias === NONE && path !== '')
      addPath(tree, path, (flagsOf(tree, node) & Flag.star) !== 0, found);
    for (const element of elements) addElement(tree, element, path, found);
  }
  for (const call of calls) {
    const callee = part(tree, call, Role.callee);
    if (callee === NONE || nameOf(tree, callee) !== 'require' || kindOf(tree, callee) !== Kind.Name) continue;
    addRequire(tree, call, found);
  }
  return found;
}

/** Java's `import a.b.C`, Go's `import "a/b"`: the last part is the name. */
function addPath(tree: Tree, path: string, star: boolean, found: Map<number, string>): void {
  const last = /[^./]+$/.exec(path)?.[0];
  if (last !== undefined && !star && last !== path) found.set(tree.texts.add(last), path);
}

function addElement(tree: Tree, element: number, path: string, found: Map<number, string>): void {
  const joined = (name: string): string => (path === '' ? name : `${path}.${name}`);
  if (kindOf(tree, element) === Kind.Name) {
    const name = nameOf(tree, element);
    if (path !== '' || name.includes('.')) found.set(symbolOf(tree, element), joined(name));
    return;
  }
  const name = part(tree, element, Role.name);
  const alias = part(tree, element, Role.alias);
  const local = alias === NONE ? name : alias;
  if (local === NONE) return;
  found.set(symbolOf(tree, local), name === NONE ? path : joined(nameOf(tree, name)));
}

function addRequire(tree: Tree, call: number, found: Map<number, string>): void {
  const source = part(tree, call, Role.arg);
  const definition = parentOf(tree, call);
  if (source === NONE || kindOf(tree, source) !== Kind.Str || kindOf(tree, definition) !== Kind.VarDef) return;
  const path = nameOf(tree, source);
  const name = part(tree, definition, Role.name);
  if (kindOf(tree, name) === Kind.Name) {
    if (nameOf(tree, name) !== path) found.set(symbolOf(tree, name), path);
  } else if (kindOf(tree, name) === Kind.Dict) {
    for (const element of childrenOf(tree, name)) {
      const key = kindOf(tree, element) === Kind.Pair ? part(tree, element, Role.key) : element;
      const local = kindOf(tree, element) === Kind.Pair ? part(tree, element, Role.value) : element;
      if (kindOf(tree, local) === Kind.Name) found.set(symbolOf(tree, local), `${path}.${nameOf(tree, key)}`);
    }
  }
}
