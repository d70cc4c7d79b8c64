/**
 * What a matcher asks about one file beyond its tree: where the nodes of a kind are, what a name was imported as, what
 * was assigned to it. Each part is made when it is first asked for.
 */
import { Flag, Kind, Role } from '../../languages/kinds.ts';
import { PartsTable } from './parts.ts';
import { implicitResults, statementLists } from './statements.ts';
import { isText, isSameConstant } from './constants.ts';
import { settingName, settingsIn } from './settings.ts';
import type { Judge } from './flow.ts';
import { dotted, folded, lastOf } from './spelling.ts';
import { Variables } from './variables.ts';
import {
  children,
  flagsOf,
  kindOf,
  nameOf,
  nextSibling,
  NONE,
  parentOf,
  part,
  parts,
  symbolOf,
  type Tree,
} from '../../tree/tree.ts';

/** Links of a chain that names are followed through. */
const maxDepth = 60;

export class Facts {
  readonly tree: Tree;
  /** Of the code's nodes. */
  readonly parts: PartsTable;
  /** Types that were asked for: by node, and by the depth that they were found at. Null is none. */
  readonly types = new Map<number, string | null>();
  readonly #listed = new Map<string, readonly number[]>();
  #byKind: number[][] | undefined;
  #lists: number[][] | undefined;
  #results: ReadonlySet<number> | undefined;
  #stars: readonly string[] | undefined;
  #variables: Variables | undefined;
  #imports: Imports | undefined;
  #calls: Map<string, number[]> | undefined;
  #settings: ReadonlyMap<string, number> | undefined;

  constructor(tree: Tree) {
    this.tree = tree;
    this.parts = new PartsTable(tree);
  }

  nodesOf(kind: number): readonly number[] {
    if (!this.#byKind) {
      this.#byKind = [];
      for (let node = 0; node < this.tree.size; node++) (this.#byKind[this.tree.kind[node]!] ??= []).push(node);
    }
    return this.#byKind[kind] ?? [];
  }

  /** A list of nodes that many patterns ask for, made once. */
  listed(name: string, make: () => readonly number[]): readonly number[] {
    let list = this.#listed.get(name);
    if (!list) this.#listed.set(name, (list = make()));
    return list;
  }

  /** Calls, or constructions, of something with this last name, under whatever name it was imported. */
  calls(kind: number, name: string): readonly number[] {
    this.#calls ??= this.#callsByName();
    return this.#calls.get(`${kind}${folded(this.tree.table, name)}`) ?? [];
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
        add(`${kind}${folded(this.tree.table, last)}`, node);
        const path = callee === NONE ? undefined : this.qualified(callee);
        const imported = path === undefined ? last : lastOf(path);
        if (imported !== last) add(`${kind}${folded(this.tree.table, imported)}`, node);
        if (this.tree.table.closures && (flagsOf(this.tree, node) & Flag.star) !== 0)
          add(`${kind}${folded(this.tree.table, lastOf(this.tree.table.closures))}`, node);
      }
    }
    for (const node of this.nodesOf(Kind.Decorator)) this.#addDecorator(node, add);
    return found;
  }

  /** `@f` without brackets is a call of `f` all the same. */
  #addDecorator(node: number, add: (key: string, node: number) => void): void {
    const value = part(this.tree, node, Role.value);
    const kind = kindOf(this.tree, value);
    if (kind !== Kind.Name && kind !== Kind.Member) return;
    const last = this.#lastName(value);
    add(`${Kind.Call}${last}`, value);
    const imported = this.qualified(value)?.replace(/^.*[./]/, '');
    if (imported !== undefined && imported !== last) add(`${Kind.Call}${imported}`, value);
  }

  #lastName(callee: number): string {
    const name = kindOf(this.tree, callee) === Kind.Member ? part(this.tree, callee, Role.name) : callee;
    if (name === NONE) return '';
    const text =
      kindOf(this.tree, name) === Kind.Type ? nameOf(this.tree, name).replace(/<.*/s, '') : nameOf(this.tree, name);
    return lastOf(text);
  }

  /** What a name stands for by an import: `y` after `import x as y` is `x`. Undefined for other names. */
  importOf(symbol: number, at = Infinity): string | undefined {
    this.#imports ??= importsIn(this.tree, this.nodesOf(Kind.Import), this.nodesOf(Kind.Call));
    const all = this.#imports.get(symbol);
    if (!all) return undefined;
    const before = all.findLast((it) => it.node <= at);
    return before || this.tree.table.name === 'python' ? before?.path : all[0]!.path;
  }

  /** Every list of statements: where sequences begin. */
  get statementLists(): readonly (readonly number[])[] {
    this.#lists ??= statementLists(this.tree);
    return this.#lists;
  }

  /** Expressions that a function returns without saying so. */
  get results(): ReadonlySet<number> {
    this.#results ??= implicitResults(this.tree, [...this.nodesOf(Kind.FuncDef), ...this.nodesOf(Kind.Lambda)]);
    return this.#results;
  }

  /** Modules whose names are all imported: `from m import *`. */
  get starImports(): readonly string[] {
    this.#stars ??= starsIn(this.tree, this.nodesOf(Kind.Import));
    return this.#stars;
  }

  /** The path that a chain of names stands for: `y.f` after `import x as y` is `x.f`. */
  qualified(node: number, depth = 0): string | undefined {
    if (depth > maxDepth) return undefined;
    const kind = kindOf(this.tree, node);
    if (kind === Kind.Name || kind === Kind.Type) return this.importOf(symbolOf(this.tree, node), node);
    if (kind !== Kind.Member) return undefined;
    const object = this.qualified(part(this.tree, node, Role.object), depth + 1);
    return object && `${object}.${nameOf(this.tree, part(this.tree, node, Role.name))}`;
  }

  /** The value that a variable is sure to have where it is read; -1 if that cannot be said. */
  valueOf(name: number): number {
    return this.variables.valueOf(name);
  }

  /** What Terraform's `var.x` or `local.x` stands for; -1 for other members. */
  settingOf(member: number): number {
    this.#settings ??= settingsIn(this.tree);
    const name = this.#settings.size > 0 ? settingName(this.tree, member) : undefined;
    return (name !== undefined && this.#settings.get(name)) || NONE;
  }

  /** What YAML's anchor of this name is put on; -1 for none. */
  anchored(name: number): number {
    const symbol = symbolOf(this.tree, name);
    const anchor = this.nodesOf(Kind.Label).find(
      (it) => symbolOf(this.tree, part(this.tree, it, Role.name)) === symbol,
    );
    if (anchor === undefined || anchor >= name) return NONE;
    return nextSibling(this.tree, anchor);
  }

  get variables(): Variables {
    this.#variables ??= new Variables(this.tree, judgeOf(this));
    return this.#variables;
  }
}

function judgeOf(facts: Facts): Judge {
  return { isSame: (one, other) => isSameConstant(facts, one, other), isText: (node) => isText(facts, node) };
}

/** By local name: the paths that it was imported from, and where. */
type Imports = Map<number, { readonly node: number; readonly path: string }[]>;

/** All imports of the file, `x = require("y")` among them. */
function importsIn(tree: Tree, imports: readonly number[], calls: readonly number[]): Imports {
  const found: Imports = new Map();
  const adderAt =
    (node: number): AddImport =>
    (symbol, written) => {
      const path = dotted(written);
      const list = found.get(symbol);
      if (list) list.push({ node, path });
      else found.set(symbol, [{ node, path }]);
    };
  for (const node of imports) addImport(tree, node, adderAt(node));
  for (const call of calls) {
    const callee = part(tree, call, Role.callee);
    const isRequire = callee !== NONE && nameOf(tree, callee) === 'require' && kindOf(tree, callee) === Kind.Name;
    if (isRequire) addRequire(tree, call, adderAt(call));
  }
  return found;
}

function addImport(tree: Tree, node: number, add: AddImport): void {
  const path = sourcePath(tree, node);
  const alias = part(tree, node, Role.alias);
  if (alias !== NONE) add(symbolOf(tree, alias), path);
  const elements = parts(tree, node, Role.elem);
  const isStar = (flagsOf(tree, node) & Flag.star) !== 0;
  if (elements.length === 0 && alias === NONE && !isStar) addPath(tree, path, add);
  for (const element of elements) addElement(tree, element, path, add);
}

/** What is imported from: one path, or its names one by one (Scala). */
function sourcePath(tree: Tree, node: number): string {
  return parts(tree, node, Role.source)
    .map((it) => nameOf(tree, it))
    .join('.');
}

type AddImport = (symbol: number, path: string) => void;

/** Java's `import a.b.C`, Go's `import "a/b"`: the last part is the name. */
function addPath(tree: Tree, path: string, add: AddImport): void {
  const last = lastOf(path);
  if (last !== '' && last !== path) add(tree.texts.add(last), path);
}

function addElement(tree: Tree, element: number, path: string, add: AddImport): void {
  const joined = (name: string): string => (path === '' ? name : `${path}.${name}`);
  if (kindOf(tree, element) === Kind.Name) {
    const name = nameOf(tree, element);
    if (path !== '' || name.includes('.')) add(symbolOf(tree, element), joined(name));
    return;
  }
  const name = part(tree, element, Role.name);
  const alias = part(tree, element, Role.alias);
  const local = alias === NONE ? name : alias;
  if (local === NONE) return;
  add(symbolOf(tree, local), name === NONE ? path : joined(nameOf(tree, name)));
}

function addRequire(tree: Tree, call: number, add: AddImport): void {
  const source = part(tree, call, Role.arg);
  const definition = parentOf(tree, call);
  if (source === NONE || kindOf(tree, source) !== Kind.Str || kindOf(tree, definition) !== Kind.VarDef) return;
  const path = nameOf(tree, source);
  const name = part(tree, definition, Role.name);
  if (kindOf(tree, name) === Kind.Name) {
    if (nameOf(tree, name) !== path) add(symbolOf(tree, name), path);
  } else if (kindOf(tree, name) === Kind.Dict) {
    for (const element of children(tree, name)) addRequired(tree, element, path, add);
  }
}

/** One of `const { a, b: c } = require("y")`. */
function addRequired(tree: Tree, element: number, path: string, add: AddImport): void {
  const isPair = kindOf(tree, element) === Kind.Pair;
  const key = isPair ? part(tree, element, Role.key) : element;
  const local = isPair ? part(tree, element, Role.value) : element;
  if (kindOf(tree, local) === Kind.Name) add(symbolOf(tree, local), `${path}.${nameOf(tree, key)}`);
}

function starsIn(tree: Tree, imports: readonly number[]): string[] {
  const found: string[] = [];
  for (const node of imports) {
    const source = part(tree, node, Role.source);
    if (source === NONE || kindOf(tree, parentOf(tree, node)) !== Kind.Module) continue;
    const elements = parts(tree, node, Role.elem);
    const isStar =
      (flagsOf(tree, node) & Flag.star) !== 0 ||
      elements.some((it) => (flagsOf(tree, it) & Flag.star) !== 0 && part(tree, it, Role.alias) === NONE);
    if (isStar && kindOf(tree, source) === Kind.Name) found.push(sourcePath(tree, node).replace(/\.\*$/, ''));
  }
  return found;
}
