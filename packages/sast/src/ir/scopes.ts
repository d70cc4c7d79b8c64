import { Flag, Kind, Role } from '../languages/kinds.ts';
import { hasFlag, kindOf, nameOf, NONE, part, type Tree } from '../tree/tree.ts';
import { importsOf } from './imports.ts';

export interface Declaration {
  /** Its place in the list of all. */
  readonly index: number;
  readonly symbol: number;
  /** The node that declares it: a name, or an import that does not spell the name. */
  readonly node: number;
  readonly scope: Scope;
  /** Member of a class, seen by its bare name: the node of the member. */
  readonly member: number;
  /** From this node on it is seen; 0 = in its whole scope. */
  readonly from: number;
  /** `nonlocal`, `global`: the name is not one of this scope's own. */
  readonly link: 'own' | 'outer' | 'module';
}

export interface Scope {
  readonly node: number;
  readonly is: 'function' | 'class' | 'block';
  readonly parent: Scope | undefined;
  /** The function around it, or itself. */
  readonly function: Scope;
  /** The function or class in whose body it stands directly, or itself. */
  readonly body: Scope;
  readonly declarations: Declaration[];
}

const opensFunction = kindSet('Module', 'FuncDef', 'Lambda');
const blockKinds = ['Block', 'For', 'ForEach', 'Switch', 'Catch', 'If', 'Try', 'Comp'] as const;
const opensBlock = kindSet(...blockKinds);
const isPattern = kindSet('Tuple', 'Array', 'Dict', 'Spread');

/** Kinds of node that declare, use or hide names; most nodes are of others. */
export const concernsNames = kindSet(
  ...(['Name', 'This', 'Super', 'Type', 'Import', 'Global'] as const),
  ...(['Module', 'FuncDef', 'Lambda', 'ClassDef', 'New', 'Case'] as const),
  ...blockKinds,
);

function kindSet(...names: (keyof typeof Kind)[]): Uint8Array {
  const set = new Uint8Array(256);
  for (const name of names) set[Kind[name]] = 1;
  return set;
}

/** Patterns nested deeper than this declare nothing: the climb from each name must not cost as much as the nesting. */
const maxPattern = 600;
/** More than there can be texts: makes one number of a scope and a symbol. */
const manySymbols = 2 ** 26;

export class Scopes {
  readonly declarations: Declaration[] = [];
  readonly of: Int32Array;
  /** In the order in which they open. */
  readonly scopes: Scope[] = [];
  readonly tree: Tree;
  readonly #known = new Map<number, number>();
  #scope!: Scope;
  #lastOwner = NONE;
  #lastBody = 0;

  constructor(tree: Tree) {
    this.tree = tree;
    this.of = new Int32Array(tree.size).fill(NONE);
  }

  run(): void {
    const { kind, next } = this.tree;
    for (let node = 0; node < this.tree.size; node++) {
      if (!concernsNames[kind[node]!]) continue;
      while (this.#scope?.parent && next[this.#scope.node]! <= node) this.#scope = this.#scope.parent;
      this.#visit(node);
    }
  }

  #visit(node: number): void {
    const kind = this.tree.kind[node]!;
    if (kind === Kind.Name) this.#name(node);
    else if (kind === Kind.Import) this.#import(node);
    else if (kind === Kind.FuncDef || kind === Kind.ClassDef) this.#definition(node);
    else if (kind === Kind.Global) this.#outer(node);
    const opened = scopeKind(this.tree, node);
    if (opened) this.#open(node, opened);
    if (kind === Kind.Lambda) this.#lambda(node);
  }

  #open(node: number, is: Scope['is']): void {
    const parent: Scope | undefined = this.#scope;
    const scope = { node, is, parent, declarations: [] as Declaration[] } as { -readonly [K in keyof Scope]: Scope[K] };
    scope.function = is === 'function' || !parent ? scope : parent.function;
    scope.body = is === 'block' && parent ? parent.body : scope;
    this.scopes.push(scope);
    this.#scope = scope;
  }

  /** Functions and classes are declared around themselves; methods are not names, unless members are visible. */
  #definition(node: number): void {
    const name = part(this.tree, node, Role.name);
    if (kindOf(this.tree, name) !== Kind.Name || part(this.tree, node, Role.receiver) >= 0) return;
    // A constructor is called by its class's name.
    if (hasFlag(this.tree, node, 'constructor')) return;
    const parent = kindOf(this.tree, this.tree.parent[node]!);
    const isClass = this.tree.kind[node] === Kind.ClassDef;
    if (this.#scope.is === 'class' && !isClass) this.#member(name, node);
    else if (isClass || parent !== Kind.Dict) this.#declare(name, this.#scope, { member: NONE });
  }

  /** The name of a function expression is seen in itself. */
  #lambda(node: number): void {
    const name = part(this.tree, node, Role.name);
    if (kindOf(this.tree, name) === Kind.Name) this.#declare(name, this.#scope, {});
  }

  #member(name: number, member: number): void {
    if (this.tree.table.scopes.membersVisible) this.#declare(name, this.#scope, { member });
    else if (this.tree.table.scopes.assignmentDeclares) this.#declare(name, this.#scope, {});
  }

  #import(node: number): void {
    for (const taken of importsOf(this.tree, node)) {
      if (!taken.binds) continue;
      const symbol = this.tree.texts.add(taken.binds);
      const declaration = this.#add(symbol, this.#scope, { node: taken.node });
      this.of[taken.node] = declaration;
      if (taken.declares >= 0) this.of[taken.declares] = declaration;
    }
  }

  /** `global x`, `nonlocal x`. */
  #outer(node: number): void {
    const module = hasFlag(this.tree, node, 'static');
    for (let child = node + 1; child < this.tree.next[node]!; child++) {
      const symbol = this.tree.symbol[child]!;
      if (module) this.#add(symbol, this.scopes[0]!, { node: child });
      this.#add(symbol, this.#scope.function, { node: child, link: module ? 'module' : 'outer' });
    }
  }

  #name(node: number): void {
    if (this.of[node]! >= 0) return;
    const { tree } = this;
    const { parent, kind, role } = tree;
    let top = node;
    for (let level = 0; level < maxPattern && parent[top]! > 0 && partOfPattern(this.tree, top); level++) {
      top = parent[top]!;
    }
    const owner = parent[top]!;
    if (owner < 0) return;
    const place = this.#placeOf(owner, role[top]!, kind[top]!);
    if (place === 'member') this.#member(node, tree.kind[owner] === Kind.ClassDef ? top : owner);
    else if (place)
      this.#declare(node, role[top] === Role.param ? place : this.#shared(node, place), {
        from: this.#visibleFrom(owner, place),
      });
  }

  /** The scope of a variable of the same name that a block shares, or the block's own. */
  #shared(name: number, own: Scope): Scope {
    if (!this.tree.table.scopes.blocksShare) return own;
    let scope = own;
    while (
      this.find(scope, this.tree.symbol[name]!) < 0 &&
      scope.parent &&
      hasFlag(this.tree, scope.node, 'sharesThis')
    )
      scope = scope.parent.function;
    return this.find(scope, this.tree.symbol[name]!) < 0 ? own : scope;
  }

  /** The scope in which a name is declared that plays this role there; `undefined` if the name is only used. */
  #placeOf(owner: number, role: number, kind: number): Scope | 'member' | undefined {
    const tree = this.tree;
    const ownerKind = tree.kind[owner]!;
    if (role === Role.param || role === Role.receiver) return ownerKind === Kind.ClassDef ? 'member' : this.#scope;
    switch (ownerKind) {
      case Kind.FieldDef:
      case Kind.EnumCase:
        return this.#fieldPlace(role);
      case Kind.VarDef:
        return role === Role.name || role === Role.elem ? this.#unit(owner) : undefined;
      case Kind.Assign:
      case Kind.AugAssign:
        return this.#assigned(owner, role);
      default:
        return role === Role.target ? this.#target(owner, kind) : this.#captured(owner, role, kind);
    }
  }

  #fieldPlace(role: number): Scope | 'member' | undefined {
    if (role !== Role.name || this.#scope.is !== 'class') return undefined;
    return this.tree.table.scopes.membersVisible ? 'member' : undefined;
  }

  #assigned(owner: number, role: number): Scope | undefined {
    if (role !== Role.left) return undefined;
    const declares = this.tree.table.scopes.assignmentDeclares || hasFlag(this.tree, owner, 'declares');
    return declares ? this.#unit(owner) : undefined;
  }

  #target(owner: number, kind: number): Scope | undefined {
    const tree = this.tree;
    switch (tree.kind[owner]) {
      case Kind.Catch:
      case Kind.CompFor:
        return this.#scope;
      case Kind.ForEach:
      case Kind.Switch: {
        const declares = Flag.declares | Flag.const | Flag.hoisted;
        const isDeclared = tree.table.scopes.assignmentDeclares || (tree.flags[owner]! & declares) !== 0;
        return isDeclared ? this.#unit(owner) : undefined;
      }
      default:
        // `x instanceof T t`: seen wherever the test has held, which the flow of values tells.
        return kind === Kind.Name || kind === Kind.Param ? this.#scope.function : undefined;
    }
  }

  /** `case x:` in Python and `case T x` in Java take the value. */
  #captured(owner: number, role: number, kind: number): Scope | undefined {
    const isCase = this.tree.kind[owner] === Kind.Case && role === Role.test;
    const takes = kind === Kind.Param || (isCase && declaresInCases(this.tree));
    return takes ? this.#scope.function : undefined;
  }

  #unit(owner: number): Scope {
    const parent = this.tree.parent[owner]!;
    const hoisted = hasFlag(this.tree, owner, 'hoisted') || hasFlag(this.tree, parent, 'hoisted');
    if (!hoisted && (this.tree.table.scopes.unit === 'block' || this.#scope.is === 'class')) return this.#scope;
    return this.#scope.body.is === 'class' ? this.#scope.body : this.#scope.function;
  }

  #visibleFrom(owner: number, scope: Scope): number {
    if (!this.tree.table.scopes.sequential || scope.node === 0) return 0;
    if (this.tree.kind[owner] === Kind.Assign || this.tree.kind[owner] === Kind.VarDef) return this.tree.next[owner]!;
    // A function may have very many parameters: its body is looked for once.
    if (this.#lastOwner !== owner) {
      this.#lastOwner = owner;
      this.#lastBody = Math.max(0, part(this.tree, owner, Role.body));
    }
    return this.#lastBody;
  }

  #declare(name: number, scope: Scope, more: { member?: number; from?: number }): void {
    if (nameOf(this.tree, name) === '_' && this.tree.table.scopes.sequential) return;
    this.of[name] = this.#add(this.tree.symbol[name]!, scope, { node: name, ...more });
  }

  /** The declaration of a symbol in exactly that scope, -1 if there is none. */
  find(scope: Scope, symbol: number): number {
    return this.#known.get(scope.node * manySymbols + symbol) ?? NONE;
  }

  #add(symbol: number, scope: Scope, more: Partial<Declaration> & { node: number }): number {
    const known = this.find(scope, symbol);
    if (known >= 0) return known;
    const index = this.declarations.length;
    const declaration: Declaration = { symbol, scope, member: NONE, from: 0, link: 'own', ...more, index };
    this.#known.set(scope.node * manySymbols + symbol, index);
    scope.declarations.push(declaration);
    this.declarations.push(declaration);
    return index;
  }
}

/** Whether a node is taken by the pattern around it, rather than read to make it. */
function partOfPattern(tree: Tree, node: number): boolean {
  const role = tree.role[node]!;
  const around = tree.kind[tree.parent[node]!]!;
  switch (around) {
    case Kind.Default:
      return role === Role.target;
    case Kind.Param:
      return role === Role.name || role === Role.child;
    case Kind.Pair:
      return role === Role.value;
    case Kind.Call:
    case Kind.Keyword:
    case Kind.Seq:
      // `case Point(x, y=z)`: the name at the left end of an assignment is not in a call.
      return declaresInCases(tree) && role !== Role.callee && role !== Role.name;
    default:
      return isPattern[around] === 1 && (role === Role.elem || role === Role.value || role === Role.child);
  }
}

/** Whether a bare name in a pattern to match takes what it meets. */
export function declaresInCases(tree: Tree): boolean {
  const { assignmentDeclares, casesDeclare } = tree.table.scopes;
  return assignmentDeclares === true || casesDeclare === true;
}

/** What kind of scope a node opens, if any. */
function scopeKind(tree: Tree, node: number): Scope['is'] | undefined {
  const kind = tree.kind[node]!;
  if (opensFunction[kind]) return 'function';
  if (kind === Kind.ClassDef) return 'class';
  if (kind === Kind.New) return part(tree, node, Role.body) < 0 ? undefined : 'class';
  return opensBlockScope(tree, node) ? 'block' : undefined;
}

function opensBlockScope(tree: Tree, node: number): boolean {
  const kind = tree.kind[node]!;
  const { unit, sequential } = tree.table.scopes;
  if (unit === 'function') return kind === Kind.Comp;
  if (kind === Kind.Case) return sequential === true;
  // The body of a function shares the scope of the parameters.
  if (tree.role[node] === Role.body && opensFunction[tree.kind[tree.parent[node]!]!]) return false;
  return opensBlock[kind] === 1;
}
