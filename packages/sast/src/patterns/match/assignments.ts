/**
 * Which variables a file has and what each of them is given, by the scopes that the IR is made with. A variable is the
 * declaration of a name; names that nobody declares are variables of the whole file.
 */
import { bindNames, type Bindings } from '../../ir/bind.ts';
import { Flag, Kind, Role } from '../../languages/kinds.ts';
import {
  children,
  flagsOf,
  kindOf,
  nameOf,
  NONE,
  parentOf,
  part,
  parts,
  roleOf,
  symbolOf,
  type Tree,
} from '../../tree/tree.ts';

/** One way for a variable to get a value. */
export interface Assignment {
  readonly node: number;
  /** -1 for a value that is not in the text: a parameter, a counter. */
  readonly value: number;
  /** The declared type, -1 for none. */
  readonly type: number;
  /** The name, where it stands in this assignment. */
  readonly name: number;
  readonly variable: number;
  /** A declaration that gives no value. */
  readonly bare: boolean;
}

const functions = new Set<number>([Kind.Module, Kind.FuncDef, Kind.Lambda]);

export class Assignments {
  readonly #tree: Tree;
  readonly #names: Bindings;
  readonly #byVariable = new Map<number, Assignment[]>();
  /** All of them, in the order of their names in the text. */
  readonly #all: Assignment[] = [];
  #fields: Map<number, number[]> | undefined;

  constructor(tree: Tree) {
    this.#tree = tree;
    this.#names = bindNames(tree);
    for (let node = 0; node < tree.size; node++) assigned(tree, node, (it) => this.#add(it));
    this.#all.sort((a, b) => a.name - b.name);
  }

  /** A number for the variable that a name means; -1 for what is no variable's name. */
  variableOf(name: number): number {
    const declared = this.#names.of[name]!;
    if (declared >= 0) return declared;
    const isOther = kindOf(this.#tree, name) !== Kind.Name || propertyRoles.has(roleOf(this.#tree, name));
    return isOther ? NONE : this.#names.declarations.length + symbolOf(this.#tree, name);
  }

  /** Where the variable is declared: the node of the scope; -1 for one that the file does not declare. */
  scopeOf(variable: number): number {
    return this.#names.declarations[variable]?.scope.node ?? NONE;
  }

  /** Whether it is declared, and no member of a class. */
  isLocal(variable: number): boolean {
    const scope = this.#names.declarations[variable]?.scope;
    return scope !== undefined && scope.is !== 'class';
  }

  /** The function, or class, whose variable it is; the module for one that nobody declares. */
  holderOf(variable: number): number {
    return this.#names.declarations[variable]?.scope.body.node ?? 0;
  }

  of(variable: number): readonly Assignment[] {
    return this.#byVariable.get(variable) ?? [];
  }

  /** Those of the names between two nodes. */
  *between(from: number, to: number): Generator<Assignment> {
    let low = 0;
    for (let high = this.#all.length; low < high;) {
      const middle = (low + high) >> 1;
      if (this.#all[middle]!.name < from) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < this.#all.length && this.#all[i]!.name < to; i++) yield this.#all[i]!;
  }

  #add({ name, ...rest }: Omit<Assignment, 'variable'>): void {
    const variable = name === NONE ? NONE : this.#targetOf(name);
    if (variable === NONE) return;
    const it = { name, variable, ...rest };
    this.#all.push(it);
    const list = this.#byVariable.get(variable);
    if (list) list.push(it);
    else this.#byVariable.set(variable, [it]);
  }

  /** What is defined outside of functions and classes without being declared is a variable of the file. */
  #definedBy(name: number): number {
    const declared = this.#names.of[name]!;
    if (declared >= 0) return declared;
    const definition = parentOf(this.#tree, name);
    if (kindOf(this.#tree, definition) !== Kind.FieldDef) return this.variableOf(name);
    return kindOf(this.#tree, parentOf(this.#tree, definition)) === Kind.ClassDef
      ? NONE
      : this.#names.declarations.length + symbolOf(this.#tree, name);
  }

  /** `this.x` is the field `x` where members are seen by their bare names. */
  #targetOf(name: number): number {
    if (kindOf(this.#tree, name) === Kind.Name) return this.#definedBy(name);
    const isField =
      kindOf(this.#tree, name) === Kind.Member && kindOf(this.#tree, part(this.#tree, name, Role.object)) === Kind.This;
    return isField && this.#tree.table.scopes.membersVisible === true
      ? this.fieldNamed(part(this.#tree, name, Role.name))
      : NONE;
  }

  /** The field of the class around a node that has the name of the node. */
  fieldNamed(name: number): number {
    const fields = this.fieldsNamed(symbolOf(this.#tree, name));
    for (let node = parentOf(this.#tree, name); node >= 0; node = parentOf(this.#tree, node)) {
      if (kindOf(this.#tree, node) !== Kind.ClassDef) continue;
      return fields.find((it) => this.scopeOf(it) === node) ?? NONE;
    }
    return NONE;
  }

  /** The variables of this name that are members of classes. */
  fieldsNamed(symbol: number): readonly number[] {
    if (!this.#fields) {
      this.#fields = new Map();
      for (const { symbol: own, scope, index } of this.#names.declarations) {
        if (scope.is === 'class') this.#fields.set(own, [...(this.#fields.get(own) ?? []), index]);
      }
    }
    return this.#fields.get(symbol) ?? [];
  }
}

/** Roles of names that are no variables. */
const propertyRoles = new Set<number>([Role.name, Role.key, Role.alias, Role.source]);

/** The function, or module, that a node stands in; -1 for the module. */
export function functionOf(tree: Tree, node: number): number {
  let around = parentOf(tree, node);
  while (around !== NONE && !functions.has(kindOf(tree, around))) around = parentOf(tree, around);
  return around;
}

type Add = (assignment: Omit<Assignment, 'variable'>) => void;

/** What a node gives values to. */
function assigned(tree: Tree, node: number, add: Add): void {
  const get = (role: number): number => part(tree, node, role);
  switch (kindOf(tree, node)) {
    case Kind.VarDef:
    case Kind.FieldDef:
      for (const name of parts(tree, node, Role.name)) {
        assign(tree, { name, value: get(Role.value), type: declaredType(tree, node), node }, add);
      }
      return;
    case Kind.Assign:
      return assign(tree, { name: get(Role.left), value: get(Role.right), type: get(Role.type), node }, add);
    case Kind.AugAssign:
      return add({ name: get(Role.left), value: node, type: NONE, node, bare: false });
    case Kind.Update:
      return add({ name: get(Role.value), value: NONE, type: NONE, node, bare: false });
    case Kind.Param:
      for (const name of parts(tree, node, Role.name)) {
        add({ name, value: NONE, type: get(Role.type), node, bare: false });
      }
      return;
    case Kind.ForEach:
    case Kind.CompFor:
    case Kind.Catch:
      return assign(tree, { name: get(Role.target), value: NONE, type: get(Role.type), node }, add);
    case Kind.Binary:
      return changed(tree, { node, object: get(Role.left), by: nameOf(tree, node), value: get(Role.right) }, add);
    case Kind.Call:
      return changedByCall(tree, node, add);
    case Kind.Name:
      if (roleOf(tree, node) === Role.param) add({ name: node, value: NONE, type: NONE, node, bare: false });
      return;
    default:
  }
}

interface Change {
  readonly node: number;
  readonly object: number;
  readonly by: string;
  readonly value: number;
}

/** `text << more`: the text is another one, but for more that is a text as well. */
function changed(tree: Tree, { node, object, by, value }: Change, add: Add): void {
  if (!tree.table.strings.changedBy?.test(by) || kindOf(tree, object) !== Kind.Name) return;
  if (kindOf(tree, value) !== Kind.Str) add({ name: object, value: NONE, type: NONE, node, bare: false });
}

function changedByCall(tree: Tree, node: number, add: Add): void {
  if (!tree.table.strings.changedBy) return;
  const callee = part(tree, node, Role.callee);
  if (kindOf(tree, callee) !== Kind.Member) return;
  const by = nameOf(tree, part(tree, callee, Role.name));
  changed(tree, { node, object: part(tree, callee, Role.object), by, value: part(tree, node, Role.arg) }, add);
}

/** The type of one of several variables stands beside them. */
export function declaredType(tree: Tree, node: number): number {
  const own = part(tree, node, Role.type);
  const parent = parentOf(tree, node);
  return own === NONE && kindOf(tree, parent) === Kind.Decl ? part(tree, parent, Role.type) : own;
}

const patterns = new Set<number>([Kind.Tuple, Kind.Array, Kind.Dict]);

/** Several names at once get values that are not looked into, but for pairs of equal length. */
function assign(tree: Tree, { name, value, type, node }: Omit<Assignment, 'variable' | 'bare'>, add: Add): void {
  if (name === NONE || kindOf(tree, name) === Kind.Param) return;
  if (!patterns.has(kindOf(tree, name))) {
    const kind = kindOf(tree, node);
    return add({ name, value, type, node, bare: value === NONE && (kind === Kind.VarDef || kind === Kind.FieldDef) });
  }
  const names = children(tree, name);
  const values = value !== NONE && kindOf(tree, value) === Kind.Tuple ? children(tree, value) : [];
  for (const [i, it] of names.entries()) {
    add({
      name: innerName(tree, it),
      value: values.length === names.length ? values[i]! : NONE,
      type: NONE,
      node,
      bare: false,
    });
  }
}

/** The name in `{a: b}`, `[a = 1]`, `[...a]`: what a part of a pattern takes. */
function innerName(tree: Tree, node: number): number {
  switch (kindOf(tree, node)) {
    case Kind.Pair:
      return part(tree, node, Role.value);
    case Kind.Default:
      return part(tree, node, Role.target);
    case Kind.Spread:
      return part(tree, node, Role.value);
    default:
      return node;
  }
}

/** A definition that nobody outside of the file can change: of a constant, or a private field. */
export function isOwn(tree: Tree, definition: number): boolean {
  const flags = flagsOf(tree, definition) | flagsOf(tree, parentOf(tree, definition));
  return (flags & (Flag.private | Flag.const)) !== 0;
}
