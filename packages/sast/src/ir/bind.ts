/**
 * Which declaration each name of a file refers to. Two passes over the tree in preorder, both without recursion:
 * `Scopes` finds the scopes and what is declared in them; `Binder` walks again with, for every name, the declaration
 * that holds at the moment (a scope that closes restores what it covered), so that each name is one look-up.
 */
import { Kind, Role } from '../languages/kinds.ts';
import { hasFlag, kindOf, nameOf, NONE, type Tree } from '../tree/tree.ts';
import { concernsNames, type Declaration, type Scope, Scopes } from './scopes.ts';

export interface Bindings {
  /** By tree node: index into `declarations`, -1 for what is not a name or bound by nothing in the file. */
  readonly of: Int32Array;
  readonly declarations: readonly Declaration[];
  /** Nodes of the functions that need their own `this`. */
  readonly usesThis: ReadonlySet<number>;
}

export function bindNames(tree: Tree): Bindings {
  const collected = new Scopes(tree);
  collected.run();
  const binder = new Binder(tree, collected);
  binder.run();
  return { of: collected.of, declarations: collected.declarations, usesThis: binder.usesThis };
}

/** Functions and classes nested deeper than this in each other do not find the `this` of the outer ones. */
export const maxLevel = 200;

/** A scope that is open, and how many covered names there were before it. */
interface Open {
  readonly scope: Scope;
  readonly covered: number;
}

class Binder {
  readonly usesThis = new Set<number>();
  readonly #tree: Tree;
  readonly #names: Scopes;
  /** By symbol: index of the declaration that holds, plus 1. */
  readonly #current: Int32Array;
  /** Symbols whose declaration was replaced, each with the one before: restored from the end. */
  readonly #covered: number[] = [];
  readonly #open: Open[] = [];
  /** Declarations that are seen from a later node on, the nearest last. */
  readonly #waiting: Declaration[] = [];
  #opened = 0;

  constructor(tree: Tree, names: Scopes) {
    this.#tree = tree;
    this.#names = names;
    this.#current = new Int32Array(tree.texts.size);
  }

  run(): void {
    const { kind } = this.#tree;
    for (let node = 0; node < this.#tree.size; node++) {
      if (!concernsNames[kind[node]!]) continue;
      this.#advance(node);
      if (this.#names.scopes[this.#opened]?.node === node) this.#enter(this.#names.scopes[this.#opened++]!);
      if (kind[node] === Kind.Name) this.#bind(node);
      else if (kind[node] === Kind.This || kind[node] === Kind.Super) this.#useThis();
      else if (kind[node] === Kind.Type) this.#bindType(node);
    }
  }

  #advance(node: number): void {
    const { next } = this.#tree;
    while (this.#open.length > 0 && next[this.#open.at(-1)!.scope.node]! <= node) this.#leave();
    while (this.#waiting.length > 0 && this.#waiting.at(-1)!.from <= node) {
      const declaration = this.#waiting.pop()!;
      if (node < next[declaration.scope.node]!) this.#cover(declaration);
    }
  }

  #enter(scope: Scope): void {
    this.#open.push({ scope, covered: this.#covered.length });
    // The names of a class's body are not seen in its methods: they are looked up when the code stands in the body.
    if (scope.is === 'class' && !this.#tree.table.scopes.membersVisible) return;
    for (const declaration of scope.declarations) {
      if (declaration.link === 'module') this.#cover(this.#moduleOwn(declaration));
      else if (declaration.link === 'own' && declaration.from === 0) this.#cover(declaration);
    }
  }

  #moduleOwn(declaration: Declaration): Declaration {
    return this.#names.declarations[this.#names.find(this.#names.scopes[0]!, declaration.symbol)] ?? declaration;
  }

  #cover(declaration: Declaration): void {
    const { symbol, index } = declaration;
    this.#covered.push(symbol, this.#current[symbol]!);
    this.#current[symbol] = index + 1;
  }

  #leave(): void {
    const { covered } = this.#open.pop()!;
    while (this.#covered.length > covered) {
      const before = this.#covered.pop()!;
      this.#current[this.#covered.pop()!] = before;
    }
  }

  #bind(node: number): void {
    const declared = this.#names.declarations[this.#names.of[node]!];
    if (declared) {
      if (declared.link !== 'own') this.#names.of[node] = this.#look(declared.symbol);
      if (declared.from > node) this.#waiting.push(declared);
      return;
    }
    const isMemberName =
      this.#tree.role[node] === Role.name && kindOf(this.#tree, this.#tree.parent[node]!) === Kind.Member;
    if (isMemberName) return;
    this.#refer(node, this.#look(this.#tree.symbol[node]!));
  }

  /** Types are leaves; where one stands for a class as a value, its first name is bound. */
  #bindType(node: number): void {
    const role = this.#tree.role[node]!;
    if (role !== Role.callee && role !== Role.base && role !== Role.object) return;
    this.#refer(node, this.#look(this.#tree.texts.add(typeNames(nameOf(this.#tree, node))[0] ?? '')));
  }

  #refer(node: number, index: number): void {
    this.#names.of[node] = index;
    const declaration = this.#names.declarations[index];
    if (declaration && declaration.member >= 0) this.#useMember(declaration);
  }

  #look(symbol: number): number {
    const body = this.#open.at(-1)?.scope.body;
    const isOwn = body?.is === 'class' && !this.#tree.table.scopes.membersVisible;
    const own = isOwn ? this.#names.find(body, symbol) : NONE;
    return own >= 0 ? own : (this.#current[symbol] ?? 0) - 1;
  }

  /** A bare name of a member means `this.name`, of the method that stands in the member's class. */
  #useMember(declaration: Declaration): void {
    let method: Scope | undefined;
    let scope = this.#open.at(-1)?.scope;
    for (let level = 0; scope && scope !== declaration.scope && level < maxLevel; level++) {
      if (scope.is === 'function') method = scope;
      scope = scope.parent?.body;
    }
    if (method && scope) this.usesThis.add(method.node);
  }

  /** Marks the function whose `this` it is; the one that sets a class's fields always has its own. */
  #useThis(): void {
    let owner = this.#open.at(-1)?.scope.body;
    for (let level = 0; owner?.is === 'function' && level < maxLevel; level++) {
      if (!owner.parent || !hasFlag(this.#tree, owner.node, 'sharesThis')) {
        this.usesThis.add(owner.node);
        return;
      }
      owner = owner.parent.body;
    }
  }
}

/** The names in a type that stands for a class: `Map.Entry<K, V>` → Map, Entry. */
export function typeNames(text: string): string[] {
  const plain = /^[\w$.\s]*/.exec(text.replace(/^[*&?\s]+/, ''))![0];
  return plain.split('.').flatMap((it) => it.trim() || []);
}
